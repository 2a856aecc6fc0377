// The page's state: what is known of the workspace, and what is open on the screen.
import { createStore } from "./store.js";

export const store = createStore({
  phase: "loading",
  people: [],
  host: null,
  landing: undefined,
  channels: [],
  messages: {},
  unread: {},
  stack: [],
  home: undefined,
  place: null,
  openId: null,
  traffic: [],
  toasts: [],
  live: true,
  botConnected: true,
  waiting: 0,
  winding: false,
  panel: null,
  drawer: false,
  errors: {},
  ask: null,
});
