// The workspace's time in the viewer's zone, and the means to wind it forward.
import { html, useContext, useEffect, useRef, useState, Workspace } from "./lib.js";
import { useCloser } from "./menu.js";
import { cityOf } from "./people.js";
import { toast, wind } from "./acting.js";
import { store } from "./state.js";
import { fullMoment, instantOf, nextWorkingMorning, shortMoment, wallOf } from "./time.js";

export function ClockBar({ clock, winding }) {
  const { t, viewer } = useContext(Workspace);
  const now = useTicking(clock, winding);
  const still = winding || !clock.canWind;
  return html`<header class="clockbar" aria-busy=${winding}>
    <button type="button" class="btn icon only-small" aria-label=${t("side.menu")} onClick=${() => store.set({ drawer: true })}>☰</button>
    <div class="now" title=${fullMoment(now, viewer)}>
      <span class="sr">${t("clock.now")}: </span><time datetime=${new Date(now).toISOString()}>${shortMoment(now, viewer)}</time>
      <span class="zone">${cityOf(viewer.tz)}</span>
    </div>
    <div class="wind" title=${clock.canWind ? undefined : t("clock.real")}>
      <button type="button" class="btn small" disabled=${still} onClick=${() => wind({ advance: "15m" })}>${t("clock.plus15")}</button>
      <button type="button" class="btn small" disabled=${still} onClick=${() => wind({ advance: "1h" })}>${t("clock.plus60")}</button>
      <button type="button" class="btn small" disabled=${still} onClick=${() => windTo(nextWorkingMorning(now, viewer.tz))}>${t("clock.next_day")}</button>
      <${WindTo} now=${now} still=${still} />
    </div>
    <${Due} due=${clock.due} now=${now} winding=${winding} still=${still} />
  </header>`;
}

const windTo = (ms) => wind({ to: new Date(ms).toISOString() });

function useTicking(clock, winding) {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return winding ? clock.ms : clock.ms + (performance.now() - clock.readAt);
}

function Due({ due, now, winding, still }) {
  const { t, viewer } = useContext(Workspace);
  if (winding)
    return html`<span class="due" role="status"><span class="spinner"></span>${t("clock.winding")}</span>`;
  if (!due) return html`<span class="due quiet">${t("clock.none")}</span>`;
  const when = due <= now ? t("clock.soon") : shortMoment(due, viewer);
  return html`<button type="button" class="due" disabled=${still} title=${t("clock.due_go")} onClick=${() => wind({ to_next: true })}>
    ${t("clock.due", { when })} <span aria-hidden="true">→</span></button>`;
}

function WindTo({ now, still }) {
  const { t, viewer } = useContext(Workspace);
  const [shown, setShown] = useState(false);
  const [wall, setWall] = useState("");
  const root = useRef();
  useCloser(root, shown, () => setShown(false));
  const show = () => {
    setWall(wallOf(now, viewer.tz));
    setShown(!shown);
  };
  const go = (event) => {
    event.preventDefault();
    const at = wall ? instantOf(wall, viewer.tz) : 0;
    if (at <= now) return toast(t("clock.past"));
    setShown(false);
    return windTo(at);
  };
  return html`<div class="menu end" ref=${root}>
    <button type="button" class="btn small" disabled=${still} title=${t("clock.open")} aria-expanded=${shown} onClick=${show}>${t("clock.until")}</button>
    ${
      shown &&
      html`<form class="popover" onSubmit=${go}>
      <label class="label" for="wind-to">${t("clock.to")} · ${cityOf(viewer.tz)}</label>
      <div class="row"><input class="control" id="wind-to" type="datetime-local" value=${wall} onInput=${(event) => setWall(event.currentTarget.value)} />
      <button class="btn primary">${t("clock.go")}</button></div>
    </form>`
    }
  </div>`;
}
