// Every phrase of the page, and numbers, times and dates as a reader of Persian writes them.

export const WORDS = {
  bot: "ربات",
  typing: "در حال نوشتن…",
  sendingPhoto: "در حال فرستادن عکس…",
  sendingFile: "در حال فرستادن پرونده…",
  reconnecting: "در حال اتصال دوباره…",
  blocked: "ربات را مسدود کرده‌اید",
  members: (count) => `${number(count)} نفر و ربات`,
  edited: "ویرایش شد",
  forwarded: (name) => `هدایت‌شده از ${name}`,
  via: (name) => `با @${name}`,
  more: "بیشتر",
  less: "کمتر",
  spoiler: "نمایش متن پنهان",
  photo: "عکس",
  start: "شروع",
  welcome: (name) => `به ${name} خوش آمدید`,
  intro: "اینجا روی همین رایانه با ربات گفت‌وگو می‌کنید؛ همان‌گونه که در تلگرام می‌کردید. برای آغاز دکمه را بزنید یا چیزی بنویسید.",
  groupIntro: "همه در این گروه حرف می‌زنند. ربات تنها فرمان‌ها و پاسخ به پیام‌های خودش را می‌بیند.",
  whoTitle: "شما که هستید و کجا می‌نویسید؟",
  privately: "گفت‌وگوی خصوصی با ربات",
  actions: "کارهای پیام",
  reply: "پاسخ",
  forward: "هدایت به همین گفت‌وگو",
  copy: "رونوشت متن",
  close: "بستن",
  fine: "باشد",
  block: "مسدود کردن ربات",
  unblock: "رفع مسدودی ربات",
  noAnswer: "ربات پاسخی نداد.",
  notSent: "فرستاده نشد. اتصال با ربات را ببینید.",
  tooLong: "متن بیش از اندازه بلند است.",
  you: "شما",
};

const LOCALE = "fa-IR-u-ca-persian-nu-arabext";
const DAY = new Intl.DateTimeFormat(LOCALE, { weekday: "long", day: "numeric", month: "long" });
const CLOCK = new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const NUMBER = new Intl.NumberFormat(LOCALE);

export const number = (value) => NUMBER.format(value);
export const clock = (seconds) => CLOCK.format(seconds * 1000);
export const day = (seconds) => {
  const parts = Object.fromEntries(DAY.formatToParts(seconds * 1000).map((part) => [part.type, part.value]));
  return `${parts.weekday} ${parts.day} ${parts.month}`;
};

export const size = (bytes) =>
  bytes < 1024 * 1024 ? `${number(Math.max(1, Math.round(bytes / 1024)))} کیلوبایت` : `${number(Math.round(bytes / 104857.6) / 10)} مگابایت`;
