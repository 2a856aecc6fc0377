// The page put together: who looks, what they see, and where it is shown.
import { classes, html, render, useEffect, useMemo, useState, Workspace } from "./lib.js";
import { translator } from "./i18n.js";
import { displayName, viewerOf } from "./people.js";
import { open, start } from "./session.js";
import { store } from "./state.js";
import { ClockBar } from "./clock.js";
import { Conversation } from "./conversation.js";
import { ConfirmDialog, ModalStack } from "./modal.js";
import { Home } from "./home.js";
import { Inspector } from "./inspector.js";
import { Sidebar } from "./sidebar.js";
import { Thread } from "./thread.js";
import { Toasts } from "./toasts.js";

function App() {
  const [state, setState] = useState(store.get());
  useEffect(() => store.watch(setState), []);
  if (state.phase !== "ready") return html`<${Opening} state=${state} />`;
  return html`<${Loaded} state=${state} />`;
}

function Opening({ state }) {
  const t = translator(navigator.language.startsWith("es") ? "es" : "en");
  const failed = state.phase === "failed";
  return html`<main class="opening" aria-busy=${!failed}>
    <p>${failed ? t("app.unreachable") : t("app.loading")}</p>${failed && html`<p class="hint">${state.reason}</p>`}
  </main>`;
}

function Loaded({ state }) {
  const workspace = useWorkspace(state);
  const { t, viewer } = workspace;
  useEffect(() => {
    document.documentElement.lang = viewer.lang;
    document.title = `${state.app.team_name} · ${displayName(state.me)}`;
  }, [viewer.lang, state.me, state.app]);
  return html`<${Workspace.Provider} value=${workspace}>
    <div class=${classes("shell", state.panel && "with-panel", state.drawer && "drawer-open")}>
      <${Sidebar} state=${state} />
      <main class="main">
        <${ClockBar} clock=${state.clock} winding=${state.winding} />
        ${!state.live && html`<p class="banner" role="status">${t("app.lost")}</p>`}
        ${state.live && !state.botConnected && html`<p class="banner" role="status">${t("app.bot_away")}</p>`}
        ${state.place.kind === "home" ? html`<${Home} state=${state} />` : html`<${Conversation} key=${state.openId} state=${state} />`}
      </main>
      ${state.panel?.kind === "thread" && html`<${Thread} key=${state.panel.ts} state=${state} />`}
      ${state.panel?.kind === "inspector" && html`<${Inspector} state=${state} />`}
    </div>
    <${ModalStack} state=${state} />
    <${ConfirmDialog} ask=${state.ask} />
    <${Toasts} toasts=${state.toasts} />
  <//>`;
}

// What parts may ask; rebuilt only when an answer could differ, so that 500 messages stay still.
function useWorkspace(state) {
  const now = state.clock.ms + (state.winding ? 0 : performance.now() - state.clock.readAt);
  const viewer = useMemo(() => viewerOf(state.me, now), [state.me, Math.floor(now / 60_000)]);
  const people = useMemo(
    () =>
      new Map(
        state.people.map((one) => [
          one.id,
          { id: one.id, name: displayName(one), isBot: one.is_bot, user: one },
        ]),
      ),
    [state.people],
  );
  const channels = useMemo(() => new Map(state.channels.map((one) => [one.id, one])), [state.channels]);
  return useMemo(
    () => ({ viewer, people, channels, app: state.app, t: translator(viewer.lang), open }),
    [viewer, people, channels, state.app],
  );
}

render(html`<${App} />`, document.getElementById("app"));
start();
