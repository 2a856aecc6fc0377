// How far each person has read, remembered by the browser; what is later and not theirs is unread.
const KEY = "workspace.read";

function marks() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

const NEWS = 2 * 60 * 60;

// The first visit draws the line: of the seeded past only the last two hours are news. A workspace that was started
// over forgets.
export function openMarks(nowSeconds) {
  const kept = marks();
  if (!kept.since || kept.since > nowSeconds)
    localStorage.setItem(KEY, JSON.stringify({ since: nowSeconds - NEWS }));
}

export const readUpTo = (person, conversation) =>
  marks()[`${person}/${conversation}`] ?? String(marks().since ?? 0);

export function markRead(person, conversation, ts) {
  const kept = marks();
  const key = `${person}/${conversation}`;
  if (Number(kept[key] ?? 0) < Number(ts)) localStorage.setItem(KEY, JSON.stringify({ ...kept, [key]: ts }));
}
