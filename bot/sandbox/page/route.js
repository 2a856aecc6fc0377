// The address says who acts and where they look: #/ana/ventas, #/ana/dm, #/ana/home. Two tabs, two people.

export function placeFromHash(hash) {
  const [, handle, place] = decodeURIComponent(hash).split("/");
  return { handle, place };
}

export function hashOf(me, place, channels) {
  const names = { home: "home", dm: "dm" };
  const name = names[place.kind] ?? channels.find((one) => one.id === place.id)?.name ?? "";
  return `#/${encodeURIComponent(me.handle)}/${encodeURIComponent(name)}`;
}
