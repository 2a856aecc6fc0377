// The messages of a conversation in order, by day. Long histories are drawn a window at a time.
import { html, useContext, useEffect, useLayoutEffect, useRef, useState, Workspace } from "./lib.js";
import { Message } from "./message.js";
import { dayHeading, isoDay } from "./time.js";

const WINDOW = 120;
const TOGETHER_SECONDS = 300;

export function MessageList({ label, channel, messages, inThread }) {
  const { t, viewer } = useContext(Workspace);
  const [limit, setLimit] = useState(WINDOW);
  const top = (messages ?? []).filter((one) => inThread || !isReply(one));
  const shown = top.slice(-limit);
  const { box, below, stick } = useBottom(top.at(-1)?.ts, messages);
  const fromEnd = useRef(0);
  const showEarlier = () => {
    fromEnd.current = box.current.scrollHeight - box.current.scrollTop;
    setLimit(limit + WINDOW);
  };
  useLayoutEffect(() => {
    if (fromEnd.current) box.current.scrollTop = box.current.scrollHeight - fromEnd.current;
  }, [limit]);
  return html`<div class="list-frame">
    <div class="list" ref=${box} role="log" aria-live="polite" aria-label=${label} aria-busy=${!messages} tabindex="0">
      ${top.length > limit && html`<button type="button" class="btn small earlier" onClick=${showEarlier}>${t("list.earlier")}</button>`}
      ${messages && top.length === 0 && html`<p class="empty">${t("list.empty")}</p>`}
      ${shown.map((message, index) => html`<${Row} key=${message.ts} message=${message} before=${shown[index - 1]}
        channel=${channel} viewer=${viewer} inThread=${inThread} />`)}
    </div>
    ${below && html`<button type="button" class="btn small newer" onClick=${stick}>${t("list.new")}</button>`}
  </div>`;
}

const isReply = (message) =>
  message.thread_ts && message.thread_ts !== message.ts && message.subtype !== "thread_broadcast";

function Row({ message, before, channel, viewer, inThread }) {
  const ms = Number(message.ts) * 1000;
  const newDay = !before || isoDay(Number(before.ts) * 1000, viewer.tz) !== isoDay(ms, viewer.tz);
  const joined =
    !newDay &&
    !message.blocks?.length &&
    sameAuthor(before, message) &&
    Number(message.ts) - Number(before.ts) < TOGETHER_SECONDS;
  return html`
    ${newDay && !inThread && html`<div class="day" role="separator"><span>${dayHeading(ms, viewer)}</span></div>`}
    <${Message} message=${message} channel=${channel} joined=${joined} inThread=${inThread} />`;
}

const sameAuthor = (a, b) =>
  a.user === b.user &&
  a.ephemeral_for === b.ephemeral_for &&
  a.notice === b.notice &&
  !a.username &&
  !b.username;

// Stays at the newest message while the reader is there; otherwise says that something came.
function useBottom(lastTs, messages) {
  const box = useRef();
  const atBottom = useRef(true);
  const [below, setBelow] = useState(false);
  const stick = () => {
    if (!box.current) return;
    box.current.scrollTop = box.current.scrollHeight;
    setBelow(false);
  };
  useEffect(() => {
    const list = box.current;
    const note = () => {
      atBottom.current = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
      if (atBottom.current) setBelow(false);
    };
    const grown = new ResizeObserver(() => atBottom.current && stick());
    list.addEventListener("scroll", note, { passive: true });
    grown.observe(list);
    return () => {
      list.removeEventListener("scroll", note);
      grown.disconnect();
    };
  }, []);
  useLayoutEffect(() => {
    if (atBottom.current) stick();
  }, [messages]);
  useLayoutEffect(() => {
    if (!atBottom.current) setBelow(true);
  }, [lastTs]);
  return { box, below, stick };
}
