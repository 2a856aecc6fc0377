// Who acts, where they can go, and what they have not read.
import { classes, html, useContext, useRef, useState, Workspace } from "./lib.js";
import { Face } from "./faces.js";
import { useCloser } from "./menu.js";
import { cityOf, displayName, viewerOf } from "./people.js";
import { openInspector } from "./acting.js";
import { become, open } from "./session.js";
import { store } from "./state.js";
import { timeOf } from "./time.js";

export function Sidebar({ state }) {
  const { t } = useContext(Workspace);
  const close = () => store.set({ drawer: false });
  return html`<nav class="sidebar" aria-label=${t("side.nav")} onKeyDown=${(event) => event.key === "Escape" && close()}>
      <div class="side-head">
        <strong class="team">${state.app.team_name}</strong>
        <button type="button" class="btn icon only-small" aria-label=${t("side.close")} onClick=${close}>×</button>
      </div>
      <${Switcher} state=${state} />
      <div class="side-scroll">
        <h2 class="side-title">${t("side.channels")}</h2>
        ${state.channels.length === 0 && html`<p class="hint side-note">${t("side.no_channels")}</p>`}
        ${state.channels.map((one) => html`<${Place} key=${one.id} state=${state} place=${{ kind: "channel", id: one.id }}
          mark=${one.is_private ? "🔒" : "#"} name=${one.name} muted=${one.is_archived} />`)}
        <h2 class="side-title">${t("side.app")}</h2>
        <${Place} state=${state} place=${{ kind: "dm", id: state.me.dm }} mark=${html`<${Face} bot size="tiny" />`} name=${state.app.name} />
        <${Place} state=${state} place=${{ kind: "home" }} mark="⌂" name=${t("app.home")} />
      </div>
      <button type="button" class="side-item" aria-pressed=${state.panel?.kind === "inspector"} onClick=${toggleInspector}>
        <span class="side-mark" aria-hidden="true">⇄</span><span class="side-name">${t("side.inspector")}</span>
      </button>
    </nav>
    <div class="scrim" onClick=${close}></div>`;
}

function toggleInspector() {
  if (store.get().panel?.kind === "inspector") store.set({ panel: null });
  else openInspector();
}

function Place({ state, place, mark, name, muted }) {
  const { t } = useContext(Workspace);
  const current = state.place.kind === place.kind && state.place.id === place.id;
  const unread = state.unread[place.id] ?? 0;
  return html`<button type="button" class=${classes("side-item", current && "current", unread > 0 && "unread", muted && "muted")}
    aria-current=${current ? "page" : undefined} onClick=${() => open(place)}>
    <span class="side-mark" aria-hidden="true">${mark}</span><span class="side-name">${name}</span>
    ${unread > 0 && html`<span class="count" aria-label=${t("side.unread", { n: unread })}>${unread > 99 ? "99+" : unread}</span>`}
  </button>`;
}

function Switcher({ state }) {
  const { t } = useContext(Workspace);
  const [shown, setShown] = useState(false);
  const root = useRef();
  useCloser(root, shown, () => setShown(false));
  const people = state.people.filter((one) => !one.is_bot && !one.deleted);
  const choose = (person) => {
    setShown(false);
    store.set({ drawer: false });
    become(person, placeName(state));
  };
  return html`<div class="switcher" ref=${root}>
    <button type="button" class="who" aria-expanded=${shown} aria-haspopup="true" onClick=${() => setShown(!shown)}>
      <${Person} user=${state.me} label=${t("side.you_are")} />
      <span class="caret" aria-hidden="true">▾</span>
    </button>
    ${shown && html`<ul class="who-list" aria-label=${t("side.switch")}>
      ${people.map((one) => html`<li key=${one.id}>
        <button type="button" class="who" aria-current=${one.id === state.me.id} onClick=${() => choose(one)}>
          <${Person} user=${one} now=${state.clock.ms} />
        </button>
      </li>`)}
    </ul>`}
  </div>`;
}

function Person({ user, label, now }) {
  const { t, viewer } = useContext(Workspace);
  const { tz, lang } = viewerOf(user, 0);
  const about = [cityOf(tz), lang, now && timeOf(now, { ...viewer, tz }), user.is_restricted && t("side.guest")];
  return html`<${Face} user=${user} />
    <span class="who-text">
      ${label && html`<span class="who-label">${label}</span>`}
      <span class="who-name">${displayName(user)}</span>
      <span class="who-about">${user.profile?.title}</span>
      <span class="who-about">${about.filter(Boolean).join(" · ")}</span>
    </span>`;
}

// The other person keeps looking at the same place where they may.
const placeName = (state) =>
  state.place.kind === "channel"
    ? state.channels.find((one) => one.id === state.place.id)?.name
    : state.place.kind;
