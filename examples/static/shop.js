// Logs in with a cookie, and shows the events and the chat of an order.

const find = (id) => document.getElementById(id);

async function send(path, body) {
  const response = await fetch(path, body && {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const reply = await response.json();
  if (!response.ok) throw new Error(reply.detail);
  return reply;
}

function add(list, text) {
  const item = document.createElement("li");
  item.append(text);
  find(list).append(item);
}

// Runs the action when the form is sent, and shows its error.
function on(form, action) {
  find(form).addEventListener("submit", async (event) => {
    event.preventDefault();
    find("error").textContent = "";
    await action().catch((error) => { find("error").textContent = error.message; });
  });
}

let events;
let chat;

function leave() {
  events?.close();
  chat?.close();
  find("order").hidden = true;
  find("events").replaceChildren();
  find("messages").replaceChildren();
}

function follow({ id, product }) {
  leave();
  find("order").hidden = false;
  find("title").textContent = `Order ${id}: ${product}`;

  events = new EventSource(`/orders/${id}/events`);
  events.addEventListener("status", ({ data }) => {
    add("events", data);
    // It is the last event. The source would connect again.
    if (data === "Shipped") events.close();
  });

  chat = new WebSocket(`${location.origin.replace("http", "ws")}/orders/${id}/chat`);
  chat.addEventListener("message", ({ data }) => add("messages", data));
}

function show(order) {
  const button = document.createElement("button");
  button.textContent = `${order.id}: ${order.product}`;
  button.addEventListener("click", () => follow(order));
  add("list", button);
}

on("login", async () => {
  const user = await send("/login", { token: find("token").value });
  find("user").textContent = `${user.name} (${user.role})`;
  leave();
  find("list").replaceChildren();
  find("orders").hidden = false;
  (await send("/orders")).forEach(show);
});

on("new", async () => {
  const order = await send("/orders", { product: find("product").value });
  show(order);
  follow(order);
});

on("chat", async () => chat.send(find("text").value));
