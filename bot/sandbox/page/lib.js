// One door to the vendored libraries; every module takes its tools from here.
import { Component, createContext, h, render } from "./vendor/preact.module.js";
import htm from "./vendor/htm.module.js";

export {
  useCallback,
  useContext,
  useEffect,
  useErrorBoundary,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "./vendor/hooks.module.js";
export { createContext, h, render };
export const html = htm.bind(h);

// What every part of the page may ask: who looks, in which language and zone, and how to act.
export const Workspace = createContext(null);
// What blocks may ask of the message or view they stand in: values typed so far, errors, clicks.
export const Form = createContext(null);

export const classes = (...names) => names.filter(Boolean).join(" ");

// Draws again only when a prop changed.
export function memo(Inner) {
  return class extends Component {
    shouldComponentUpdate(next) {
      return Object.keys({ ...next, ...this.props }).some((name) => next[name] !== this.props[name]);
    }

    render(props) {
      return h(Inner, props);
    }
  };
}
