const a: number = 1;
document.body.dataset.x = String(a);
export {};
