// Makes elements. Text only ever becomes a text node: nothing the bot sends is read as HTML.

export const byId = (id) => document.getElementById(id);

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null && child !== false));
  return element;
}

const HUES = [168, 212, 28, 262, 340, 190, 84];

export function avatar(element, name, order) {
  element.textContent = [...name.trim()][0] || "؟";
  element.style.setProperty("--hue", HUES[Math.abs(order) % HUES.length]);
  return element;
}
