// Every Web API call and socket envelope, newest first, with its payloads.
import { classes, html, useContext, useState, Workspace } from "./lib.js";
import { Panel } from "./panel.js";
import { store } from "./state.js";
import { format } from "./time.js";

const ARROWS = { api: "→", response_url: "→", envelope: "←", ack: "→", unanswered: "✕", socket: "⇄" };

export function Inspector({ state }) {
  const { t } = useContext(Workspace);
  const [filter, setFilter] = useState("");
  const wanted = filter.toLowerCase();
  const entries = state.traffic
    .filter((one) => !wanted || JSON.stringify(one).toLowerCase().includes(wanted))
    .reverse();
  return html`<${Panel} title=${t("inspector.title")}>
    <div class="inspector-bar">
      <input class="control" type="search" value=${filter} placeholder=${t("inspector.filter")}
        aria-label=${t("inspector.filter")} onInput=${(event) => setFilter(event.currentTarget.value)} />
      <button type="button" class="btn small" onClick=${() => store.set({ traffic: [] })}>${t("inspector.clear")}</button>
    </div>
    <div class="list traffic" tabindex="0" role="region" aria-label=${t("inspector.title")}>
      ${entries.length === 0 && html`<p class="empty">${t("inspector.empty")}</p>`}
      ${entries.map((entry) => html`<${Entry} key=${entry.seq} entry=${entry} />`)}
    </div>
  <//>`;
}

function Entry({ entry }) {
  const { viewer } = useContext(Workspace);
  const [open, setOpen] = useState(false);
  const bad =
    entry.kind === "unanswered" || entry.fault || entry.response?.ok === false || entry.status >= 400;
  const time = format(Date.parse(entry.at), viewer, {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  return html`<details class=${classes("entry", bad && "bad")} onToggle=${(event) => setOpen(event.currentTarget.open)}>
    <summary><span aria-hidden="true">${ARROWS[entry.kind] ?? "·"}</span><span class="method">${entry.method}</span>
      <span class="outcome">${entry.fault ?? entry.response?.error ?? entry.kind}</span><time>${time}</time></summary>
    ${open && html`<${Payloads} entry=${entry} />`}
  </details>`;
}

function Payloads({ entry }) {
  const { t } = useContext(Workspace);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(JSON.stringify(entry, null, 2));
    setCopied(true);
  };
  const { request, response, ...facts } = entry;
  return html`<div class="payloads">
    <button type="button" class="btn small" onClick=${copy}>${copied ? t("inspector.copied") : t("inspector.copy")}</button>
    ${[facts, request, response].filter((part) => part !== undefined).map((part) => html`<pre class="code-block">${JSON.stringify(part, null, 2)}</pre>`)}
  </div>`;
}
