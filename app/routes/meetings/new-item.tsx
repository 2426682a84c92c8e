// A new item is written with the very form of one that is there.
export { action, default, handle, loader, meta } from './edit-item.tsx'
