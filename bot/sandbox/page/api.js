// The control API of the workspace, as docs/sandbox.md describes it.

export class Refused extends Error {}

async function call(method, path, body) {
  const response = await fetch(`/_control/${path}`, {
    method,
    headers: body ? { "Content-Type": "application/json" } : {},
    body: body && JSON.stringify(body),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(answer.error ?? `${response.status} ${response.statusText}`);
  return answer;
}

export const read = (path, query = {}) => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  return call("GET", given.length ? `${path}?${new URLSearchParams(given)}` : path);
};
export const act = (path, body) => call("POST", path, body);

// Live events for one person; `onLive(false)` when the line is lost, `onHello` each time it stands again.
export function listen(user, { onEvent, onHello, onLive }) {
  const source = new EventSource(`/_control/stream?user=${encodeURIComponent(user)}`);
  source.onopen = () => onLive(true);
  source.onerror = () => {
    onLive(false);
    if (source.readyState === EventSource.CLOSED) retry();
  };
  source.onmessage = ({ data }) => {
    const event = JSON.parse(data);
    if (event.type === "hello") onHello();
    else onEvent(event);
  };
  let stop = () => source.close();
  const retry = () => {
    const timer = setTimeout(() => {
      stop = listen(user, { onEvent, onHello, onLive });
    }, 2000);
    stop = () => clearTimeout(timer);
  };
  return () => stop();
}
