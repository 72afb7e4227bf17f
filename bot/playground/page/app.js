// The page: keeps what the server told, shows the chosen chat, and hands deeds on. Decides nothing the bot should.

import { bubble } from "./bubble.js";
import { botKeys, composer, showKeys } from "./composer.js";
import { avatar, byId, make } from "./dom.js";
import { fitQuotes } from "./entities.js";
import { follow, post, state as fetchState } from "./net.js";
import { actionSheet, alertSheet, toast, whoSheet } from "./sheets.js";
import { WORDS, day, number } from "./words.js";

const log = byId("log");
const NEAR_PX = 120;
const ACTIVITIES = { typing: WORDS.typing, upload_photo: WORDS.sendingPhoto, upload_document: WORDS.sendingFile };

let world = { bot: { first_name: "", username: "" }, people: [], chats: [] };
const now = { person: 0, chat: 0, connected: false, activity: "", unread: 0, following: true };
let quietTimer = 0;

const chatNow = () => world.chats.find((one) => one.id === now.chat);
const personNow = () => world.people.find((one) => one.id === now.person);
const where = () => ({ person: now.person, chat: now.chat });

async function deed(name, body) {
  try {
    return await post(name, { ...where(), ...body });
  } catch (error) {
    toast(String(error.message).includes("too long") ? WORDS.tooLong : WORDS.notSent);
    return null;
  }
}

const act = {
  command: (words) => writer.send(words),
  inline: (words) => writer.write(`@${world.bot.username} ${words}`),
  actions: (message) => {
    const text = message.text ?? message.caption ?? "";
    actionSheet([
      [WORDS.reply, () => writer.reply(message)],
      ...(text ? [[WORDS.forward, () => deed("say", { text, forwarded_from: message.from.first_name })]] : []),
      ...(text ? [[WORDS.copy, () => navigator.clipboard?.writeText(text)]] : []),
    ]);
  },
  press: async (message, data, button) => {
    button.classList.add("waiting");
    button.setAttribute("aria-busy", "true");
    const result = await deed("press", { message_id: message.message_id, data });
    button.classList.remove("waiting");
    button.removeAttribute("aria-busy");
    if (!result) return;
    if (!result.answer) return toast(WORDS.noAnswer);
    const { text, show_alert: loud } = result.answer;
    if (text) loud ? alertSheet(text) : toast(text);
  },
};

const writer = composer({
  menu: () => chatNow()?.menus[now.person] || [],
  username: () => world.bot.username,
  send: (text, replyTo) => deed("say", { text, reply_to: replyTo }),
  inline: async (words) => (await deed("inline", { words }))?.results || [],
  choose: (result) => deed("choose", { result: result.id }),
});

// --- showing

function showHeader() {
  const chat = chatNow();
  const group = chat && chat.type !== "private";
  const name = group ? chat.name : world.bot.first_name;
  avatar(byId("chat-avatar"), name, group ? chat.id : 0);
  byId("chat-name").textContent = name;
  document.title = name;
  avatar(byId("who-avatar"), personNow()?.name || "", now.person);
  byId("who-name").textContent = personNow()?.name || "";
  showStatus();
}

function showStatus() {
  const chat = chatNow();
  const still = !chat ? "" : chat.type === "private" ? (chat.blocked ? WORDS.blocked : WORDS.bot) : WORDS.members(chat.members.length);
  const status = byId("chat-status");
  status.textContent = now.connected ? now.activity || still : WORDS.reconnecting;
  status.classList.toggle("live", Boolean(now.activity) || !now.connected);
}

function showMessages() {
  const chat = chatNow();
  log.replaceChildren();
  if (!chat) return;
  if (!chat.messages.length) log.append(welcome(chat));
  for (const message of chat.messages) append(message, chat);
  fitQuotes(log);
  botKeys(chat.messages, (words) => writer.send(words));
  toEnd();
}

function welcome(chat) {
  const group = chat.type !== "private";
  const name = group ? chat.name : world.bot.first_name;
  return make(
    "div",
    { class: "welcome" },
    avatar(make("span", { class: "avatar large", "aria-hidden": "true" }), name, group ? chat.id : 0),
    make("h2", {}, group ? name : WORDS.welcome(name)),
    make("p", {}, group ? WORDS.groupIntro : WORDS.intro),
    !group && make("button", { type: "button", class: "start", onclick: () => writer.send("/start") }, WORDS.start),
  );
}

function append(message, chat) {
  if (!message.text && !message.caption && !message.photo && !message.document) return;
  log.querySelector(".welcome")?.remove();
  const today = day(message.date);
  const days = log.querySelectorAll(".day");
  if (days[days.length - 1]?.textContent !== today) log.append(make("p", { class: "day" }, today));
  const item = bubble(message, now.person, chat.type !== "private", act);
  item.dataset.sender = message.from.id;
  const before = log.lastElementChild;
  if (before?.dataset.sender === item.dataset.sender) item.classList.add("follows");
  log.append(item);
}

const nearEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;

function toEnd() {
  log.scrollTop = log.scrollHeight;
  now.unread = 0;
  showUnread();
}

function showUnread() {
  byId("to-end").hidden = nearEnd();
  byId("unread").hidden = !now.unread;
  byId("unread").textContent = number(now.unread);
}

function choose(person, chat) {
  Object.assign(now, { person, chat, activity: "", unread: 0 });
  history.replaceState(null, "", `#${person}/${chat}`);
  writer.reply(null);
  showHeader();
  showMessages();
  byId("text").focus({ preventScroll: true });
}

// --- what happens

const heard = {
  message({ chat_id: id, message }) {
    const chat = world.chats.find((one) => one.id === id);
    if (!chat || chat.messages.some((one) => one.message_id === message.message_id)) return;
    chat.messages.push(message);
    if (id !== now.chat) return;
    const follow = nearEnd() || message.from.id === now.person;
    append(message, chat);
    fitQuotes(log.lastElementChild);
    if (message.from.is_bot) setActivity("");
    botKeys(chat.messages, (words) => writer.send(words));
    if (message.reply_markup?.force_reply) writer.reply(message);
    if (follow) return bringIntoView(log.lastElementChild);
    now.unread += 1;
    showUnread();
  },
  edit({ chat_id: id, message }) {
    const chat = world.chats.find((one) => one.id === id);
    const place = chat?.messages.findIndex((one) => one.message_id === message.message_id) ?? -1;
    if (place < 0) return;
    chat.messages[place] = message;
    if (id === now.chat) replaceBubble(message, chat);
  },
  delete({ chat_id: id, message_id: message }) {
    const chat = world.chats.find((one) => one.id === id);
    if (!chat) return;
    chat.messages = chat.messages.filter((one) => one.message_id !== message);
    if (id === now.chat) log.querySelector(`[data-id="${message}"]`)?.remove();
  },
  activity({ chat_id: id, action, for_s: seconds }) {
    if (id === now.chat) setActivity(ACTIVITIES[action] || WORDS.typing, seconds);
  },
  chats: () => load(),
  commands: () => load(),
};

function replaceBubble(message, chat) {
  const old = log.querySelector(`[data-id="${message.message_id}"]`);
  if (!old) return;
  const focused = [...old.querySelectorAll("button, a")].indexOf(document.activeElement);
  const atEnd = nearEnd();
  const item = bubble(message, now.person, chat.type !== "private", act);
  item.className += old.classList.contains("follows") ? " follows" : "";
  item.dataset.sender = old.dataset.sender;
  old.replaceWith(item);
  fitQuotes(item);
  if (focused >= 0) item.querySelectorAll("button, a")[focused]?.focus({ preventScroll: true });
  if (atEnd) toEnd();
  setActivity("");
}

// The end of the chat; but of a message taller than the window its beginning, where reading starts.
function bringIntoView(item) {
  if (item.offsetHeight > log.clientHeight && item.classList.contains("theirs")) item.scrollIntoView({ block: "start" });
  else log.scrollTop = log.scrollHeight;
  showUnread();
}

function setActivity(words, seconds = 5) {
  clearTimeout(quietTimer);
  now.activity = words;
  if (words) quietTimer = setTimeout(() => setActivity(""), seconds * 1000);
  showStatus();
}

async function load() {
  const known = JSON.stringify(chatNow()?.messages);
  try {
    world = await fetchState();
  } catch {
    return;
  }
  const chat = chatNow();
  if (!chat || !chat.members.includes(now.person)) return enter();
  showHeader();
  if (JSON.stringify(chat.messages) !== known) showMessages();
}

// The person and chat that the address names, else the first there are.
function enter() {
  const [person, chat] = location.hash.slice(1).split("/").map(Number);
  const asked = world.chats.find((one) => one.id === chat && one.members.includes(person));
  const first = world.people[0]?.id || 0;
  choose(asked ? person : first, asked ? chat : first);
}

byId("who").addEventListener("click", () =>
  whoSheet(world, now, choose, async (person, blocked) => {
    await post("block", { person, blocked });
    await load();
  }),
);
byId("to-end").addEventListener("click", toEnd);
byId("keys-toggle").addEventListener("click", () => showKeys(byId("keys").hidden));
log.addEventListener("scroll", () => {
  now.following = nearEnd();
  if (now.following) now.unread = 0;
  showUnread();
});

// What opens below the log, and the keyboard of a phone, must not cover the end that one was reading.
new ResizeObserver(() => {
  fitQuotes(log);
  if (now.following) toEnd();
}).observe(log);

follow({
  open: async () => {
    now.connected = true;
    await load();
    showStatus();
  },
  event: (event) => heard[event.type]?.(event),
  lost: () => {
    now.connected = false;
    showStatus();
  },
});
