// What a person does, and how its failures are shown.
import { act, read, Refused } from "./api.js";
import { clockReading } from "./events.js";
import { translator } from "./i18n.js";
import { viewerOf } from "./people.js";
import { store } from "./state.js";

// One act of the person; the outcome's failures are shown, its answer is returned (null when refused).
export async function perform(path, body) {
  store.set((state) => ({ waiting: state.waiting + 1 }));
  const outcome = await attempt(() => act(path, { user: store.get().me.id, ...body }));
  const clock = outcome && (await read("clock").catch(() => null)); // an act may change what is due next
  store.set((state) => ({ waiting: state.waiting - 1, ...(clock && { clock: clockReading(clock) }) }));
  if (outcome && !(path === "submit" && outcome.problem)) say(outcome.problem, outcome.replies);
  return outcome;
}

export async function submit(viewId, values) {
  store.set({ errors: {} });
  const outcome = await perform("submit", { view_id: viewId, values });
  const trouble =
    !outcome || outcome.problem
      ? { "": outcome?.problem ? words()(`problem.${outcome.problem}`) : words()("modal.trouble") }
      : {};
  store.set({ errors: { [viewId]: { ...outcome?.errors, ...trouble } } });
}

export async function wind(body) {
  store.set({ winding: true });
  const clock = await attempt(() => act("clock", body));
  store.set({ winding: false, ...(clock && { clock: clockReading(clock) }) });
}

export async function openInspector() {
  store.set({ panel: { kind: "inspector" }, traffic: [], drawer: false });
  await attempt(async () => {
    const { last } = await read("traffic", { after: 0, limit: 1 });
    const { entries } = await read("traffic", { after: Math.max(0, last - 300), limit: 400 });
    store.set({ traffic: entries });
  });
}

export async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    toast(error instanceof Refused ? error.message : words()("app.unreachable"));
    return null;
  }
}

// A failure the workspace already put into words, as a line in the conversation, needs no toast.
export function say(problem, replies = []) {
  if (problem && !replies.some((one) => one.notice)) toast(words()(`problem.${problem}`));
}

let toastNumber = 0;
export function toast(text) {
  const id = ++toastNumber;
  store.set((state) => ({ toasts: [...state.toasts.filter((one) => one.text !== text), { id, text }] }));
  setTimeout(() => dismiss(id), 9000);
}

export const dismiss = (id) =>
  store.set((state) => ({ toasts: state.toasts.filter((one) => one.id !== id) }));
export const confirm = (words) => new Promise((answer) => store.set({ ask: { words, answer } }));
const words = () => translator(store.get().me ? viewerOf(store.get().me, 0).lang : "en");
