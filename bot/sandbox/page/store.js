// One state for the page. Many changes in a short time lead to one drawing.

export function createStore(initial) {
  let state = initial;
  let timer = null;
  const watchers = new Set();
  const tell = () => {
    timer = null;
    for (const watcher of watchers) watcher(state);
  };
  return {
    get: () => state,
    set(patch) {
      state = { ...state, ...(typeof patch === "function" ? patch(state) : patch) };
      timer ??= setTimeout(tell, 16);
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
