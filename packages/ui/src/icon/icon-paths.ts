/**
 * The drawn signs of the house: 24 × 24, line 2, round ends, no fill. Path data of `d` attributes.
 * Circles are written as two arcs, so that one path draws every sign.
 */
export const ICON_PATHS = {
  add: 'M12 5v14M5 12h14',
  back: 'M14.5 5l-7 7 7 7',
  calendar: 'M4.5 6.5h15v13h-15zM4.5 10.5h15M8.5 3.5v5M15.5 3.5v5',
  check: 'M4.5 12.5l5 5 10-11',
  clock: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M12 7v5l3.5 2',
  close: 'M6 6l12 12M18 6L6 18',
  copy: 'M10 8.5h8a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1 -1.5 1.5h-8a1.5 1.5 0 0 1 -1.5 -1.5v-8a1.5 1.5 0 0 1 1.5 -1.5zM15.5 8.5V5H4.5v11h4',
  danger: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 7.5v5.5M12 16.3v.2',
  delete: 'M5 7h14M9.5 7V4.5h5V7M7 7l1 13h8l1-13M10.5 10.5v6M13.5 10.5v6',
  document: 'M6 3.5h8.5L18.5 8v12.5H6zM14 3.5V8.5h4.5M9 12.5h6.5M9 16h6.5',
  down: 'M5 9l7 7 7-7',
  download: 'M12 4v11M7 10.5l5 5 5-5M4.5 20h15',
  edit: 'M4 20l1-4L16.5 4.5l3 3L8 19zM14 7l3 3',
  eye: 'M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12zM9.2 12a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0 -5.6 0',
  flag: 'M6 21V4h12l-2.5 4.5L18 13H6',
  forward: 'M9.5 5l7 7-7 7',
  globe: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9s.5-6 3.5-9z',
  hand: 'M7 12V6.5a1.5 1.5 0 0 1 3 0V11V5a1.5 1.5 0 0 1 3 0v6V6a1.5 1.5 0 0 1 3 0v6-3a1.5 1.5 0 0 1 3 0v6a6 6 0 0 1-6 6h-1c-2.5 0-4-1-5.5-3.5L4 14.5c-.8-1.5 1-2.7 2-1.5z',
  info: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M12 11v5.5M12 7.5v.2',
  lock: 'M6.5 10.5h11a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1 -1.5 1.5h-11a1.5 1.5 0 0 1 -1.5 -1.5v-7a1.5 1.5 0 0 1 1.5 -1.5zM8 10.5V7.5a4 4 0 0 1 8 0v3',
  offline: 'M3.5 3.5l17 17M5 11.5a10 10 0 0 1 4-2.4M12.5 8.5a10 10 0 0 1 6.5 3M8 15a5.5 5.5 0 0 1 5-1.5M11 18.5a1 1 0 1 0 2 0a1 1 0 1 0 -2 0',
  people: 'M5.8 8.5a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0 -6.4 0M3 19.5c.5-4 3-5.5 6-5.5s5.5 1.5 6 5.5M15.5 5.8a3 3 0 0 1 0 5.5M17.5 14.5c2 .6 3.2 2.3 3.5 5',
  phone: 'M6.5 3.5h3l1.5 4.5-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2 4.5 1.5v3a2 2 0 0 1-2.2 2A16.5 16.5 0 0 1 4.5 5.7a2 2 0 0 1 2-2.2z',
  play: 'M8 5l11 7-11 7z',
  print: 'M7 8.5V3.5h10v5M7 17H4V8.5h16V17h-3M7 14h10v6.5H7z',
  refresh: 'M19.5 8A8 8 0 0 0 5 9.5M4.5 16A8 8 0 0 0 19 14.5M19.5 3.5V8H15M4.5 20.5V16H9',
  search: 'M4.5 10.5a6 6 0 1 0 12 0a6 6 0 1 0 -12 0M15 15l5.5 5.5',
  speaker: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  stop: 'M7.5 6h9A1.5 1.5 0 0 1 18 7.5v9a1.5 1.5 0 0 1 -1.5 1.5h-9A1.5 1.5 0 0 1 6 16.5v-9A1.5 1.5 0 0 1 7.5 6z',
  up: 'M5 15l7-7 7 7',
  warning: 'M12 4L2.8 20h18.4zM12 10v4.5M12 17.3v.2',
} as const satisfies Record<string, string>;

export type IconName = keyof typeof ICON_PATHS;

/** Signs that point along the line of reading; they turn round in right-to-left scripts. */
export const DIRECTIONAL_ICONS: readonly IconName[] = ['back', 'forward', 'speaker'];
