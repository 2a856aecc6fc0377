// Where a person types: words, or a slash command with hints; arrow up brings back what was typed.
import { html, useContext, useId, useLayoutEffect, useRef, useState, Workspace } from "./lib.js";
import { Menu } from "./menu.js";
import { perform } from "./acting.js";

const typedBefore = new Map();

export function Composer({ state, label, channel, threadTs }) {
  const { t, app } = useContext(Workspace);
  const [text, setText] = useState("");
  const [back, setBack] = useState(0);
  const box = useRef();
  const hintsId = useId();
  const history = typedBefore.get(state.me.id) ?? [];
  useGrowth(box, text);
  const send = async () => {
    const typed = text.trim();
    if (!typed) return;
    typedBefore.set(state.me.id, [...history.filter((one) => one !== typed), typed]);
    setText("");
    setBack(0);
    const done = await dispatch(typed, { channel, threadTs });
    if (!done) setText((now) => now || typed);
  };
  const recall = (step) => {
    const next = Math.min(history.length, Math.max(0, back + step));
    setBack(next);
    setText(next ? history.at(-next) : "");
  };
  const keys = (event) => {
    if (event.isComposing) return;
    const oneLine = !text.includes("\n");
    if (event.key === "Enter" && !event.shiftKey) act(event, send);
    else if (event.key === "ArrowUp" && oneLine && (text === "" || back > 0)) act(event, () => recall(1));
    else if (event.key === "ArrowDown" && oneLine && back > 0) act(event, () => recall(-1));
    else if (event.key === "Tab" && !event.shiftKey && hints.length && !text.includes(" "))
      act(event, () => setText(`${hints[0].command} `));
  };
  const command = !threadTs && app.commands?.[0]?.command;
  const invitation = command ? t("composer.try", { label, command }) : label;
  const hints = threadTs ? [] : hintsFor(text, app.commands ?? []);
  return html`<form class="composer" onSubmit=${(event) => act(event, send)}>
    <div class="waiting" role="status">${state.waiting > 0 && html`<span class="spinner"></span>${t("composer.waiting", { name: app.name })}`}</div>
    ${
      hints.length > 0 &&
      html`<div class="hints" id=${hintsId} aria-label=${t("composer.hints")} role="group">
      ${hints.map(
        (one) => html`<button type="button" key=${one.command} onClick=${() => {
          setText(`${one.command} `);
          box.current.focus();
        }}>
        <strong>${one.command}</strong> <span>${one.usage_hint}</span><em>${one.description}</em></button>`,
      )}
    </div>`
    }
    <div class="composer-row">
      ${!threadTs && html`<${Shortcuts} />`}
      <textarea ref=${box} class="control" rows="1" value=${text} placeholder=${invitation} aria-label=${label} aria-describedby=${hints.length ? hintsId : undefined}
        autocomplete="off" spellcheck=${!text.startsWith("/")} onInput=${(event) => {
          setText(event.currentTarget.value);
          setBack(0);
        }} onKeyDown=${keys}></textarea>
      <button class="btn primary send" disabled=${!text.trim()} aria-label=${t("composer.send")}><span aria-hidden="true">➤</span></button>
    </div>
  </form>`;
}

function act(event, work) {
  event.preventDefault();
  work();
}

function dispatch(typed, { channel, threadTs }) {
  if (typed.startsWith("/") && !threadTs) return perform("command", { channel, text: typed });
  return perform("say", { channel, text: typed, thread_ts: threadTs });
}

function hintsFor(text, commands) {
  if (!text.startsWith("/")) return [];
  const [word] = text.split(" ");
  return commands.filter((one) => (text.includes(" ") ? one.command === word : one.command.startsWith(word)));
}

function Shortcuts() {
  const { t, app } = useContext(Workspace);
  const shortcuts = (app.shortcuts ?? []).filter((one) => one.type === "global");
  const items = shortcuts.map((one) => ({
    label: one.name,
    run: () => perform("shortcut", { callback_id: one.callback_id }),
  }));
  if (items.length === 0) items.push({ label: t("composer.no_shortcuts"), run: () => {} });
  return html`<${Menu} label=${t("composer.shortcuts")} items=${items} align="up">⚡<//>`;
}

function useGrowth(box, text) {
  useLayoutEffect(() => {
    box.current.style.height = "auto";
    box.current.style.height = `${Math.min(box.current.scrollHeight + 2, 180)}px`;
  }, [text]);
}
