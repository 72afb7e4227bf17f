// Talks with the server: questions, deeds, and the stream of what happens, which it takes up again when it breaks.

async function answered(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.error || body.description || response.status);
  return body;
}

export const state = () => fetch("/page-api/state").then(answered);

export const post = (deed, body) =>
  fetch(`/page-api/${deed}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  }).then(answered);

export function follow({ open, event, lost }) {
  const source = new EventSource("/page-api/events");
  source.onopen = open;
  source.onmessage = (message) => event(JSON.parse(message.data));
  source.onerror = () => {
    lost();
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => follow({ open, event, lost }), 1000);
  };
}
