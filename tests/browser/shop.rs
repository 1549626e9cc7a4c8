//! The page of the `shop` example.

use serde_json::json;

use crate::{
    pages::{ALLOWED, serve_pages},
    streams::SOCKETS,
    support::{Server, request},
    webdriver::Browser,
};

/// Logs in, places an order, and returns what the page shows after an event and an answer in the chat,
/// with the cookies that a script can read.
const ORDER: &str = "
    const send = (form) => document.querySelector(`#${form} button`).click();
    send('login');
    await shows('#user', 'ada (customer)');
    send('new');
    await shows('#events', 'Placed');
    await shows('#messages', 'Hello ada, what about order 1?');
    send('chat');
    await shows('#messages', 'We will see');
    return document.querySelector('main').innerText + document.cookie;
";

/// Places another order, and logs in as somebody else.
const OTHER_LOGIN: &str = "
    const send = (form) => document.querySelector(`#${form} button`).click();
    send('new');
    await shows('#title', 'Order 2: tea');
    await shows('#events', 'Placed');
    document.querySelector('#token').value = 'bob-token';
    send('login');
    return shows('#user', 'bob (customer)');
";

/// Returns the events that the page shows after a while.
const EVENTS_LATER: &str = "
    await new Promise((resolve) => setTimeout(resolve, 300));
    return document.querySelector('#events').textContent;
";

/// Waits until an element of the page has a text.
const SHOWS: &str = "
    const shows = async (element, text) => {
        while (!document.querySelector(element).textContent.includes(text)) {
            await new Promise(requestAnimationFrame);
        }
    };
";

/// Returns the first event of the order, or an error.
const EVENTS: &str = "
    return new Promise((resolve) => {
        const source = new EventSource(given.server + '/orders/1/events', { withCredentials: true });
        source.addEventListener('status', ({ data }) => { source.close(); resolve(data); });
        source.onerror = () => { source.close(); resolve('error'); };
    });
";

#[tokio::test]
async fn the_page_of_the_shop_shows_an_event_and_an_answer_and_no_other_page_does() {
    let rules = serve_pages().await;
    let Some(browser) = Browser::start(&rules).await else {
        return;
    };
    let shop = Server::start("shop").await;
    let port = shop.address().rsplit(':').next().unwrap();
    let origin = format!("http://localhost:{port}");
    browser.open(&origin).await;
    let shown = browser.run(&[SHOWS, ORDER].concat(), json!(null)).await;
    for text in [
        "Order 1: tea",
        "Placed",
        "We will see about \"When will it arrive?\".",
    ] {
        assert!(shown.as_str().unwrap().contains(text), "{shown}");
    }
    assert!(!shown.as_str().unwrap().contains("token="), "{shown}");
    let olga = [("authorization", "Bearer olga-token")];
    shop.reply(request("POST", "/orders/1/ship", &olga)).await;
    let shipped = [SHOWS, "return shows('#events', 'Shipped')"].concat();
    browser.run(&shipped, json!(null)).await;

    let other_login = [SHOWS, OTHER_LOGIN].concat();
    browser.run(&other_login, json!(null)).await;
    shop.reply(request("POST", "/orders/2/ship", &olga)).await;
    assert_eq!(browser.run(EVENTS_LATER, json!(null)).await, json!(""));
    assert_eq!(browser.console().await, [""; 0]);

    // The browser sends the cookie to a server of the same site.
    browser.open(ALLOWED[1]).await;
    let given = json!({"server": origin, "paths": ["/orders/1/chat"]});
    assert_eq!(browser.run(SOCKETS, given.clone()).await, json!([[]]));
    assert_eq!(browser.run(EVENTS, given).await, json!("error"));
}
