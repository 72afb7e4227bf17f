"""Alerts on their way to chats: what to send when (plan, quiet, pace: pure), and the worker that sends."""
