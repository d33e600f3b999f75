use std::rc::Rc;

use bx24_contact_card::card::{ElementRef, SectionRef};
use bx24_contact_card::{Answer, Backup, BrowserClock, Bx24, Card, Client, Error, ErrorKind, Layout, Outcome};
use yew::prelude::*;

/// The card of whoever looks at the page.
const OWN: Card = Card::Personal(None);

pub(crate) struct Placement {
    /// None outside a portal.
    client: Option<Rc<Client<Bx24, BrowserClock>>>,
    busy: bool,
    status: &'static str,
    error: Option<Error>,
    shown: Shown,
    /// What the last reset removed, until it is put back.
    backup: Option<Backup>,
}

/// What is known of the card.
enum Shown {
    Nothing,
    /// The portal's default is in force.
    Default,
    Saved(Layout),
}

impl From<Option<Layout>> for Shown {
    fn from(layout: Option<Layout>) -> Self {
        layout.map_or(Self::Default, Self::Saved)
    }
}

pub(crate) enum Message {
    Read(Result<Answer<Option<Layout>>, Error>),
    Reset,
    WasReset(Result<(Answer<()>, Backup), Error>),
    Restore(Backup),
    WasRestored(Result<Backup, Error>),
}

impl Component for Placement {
    type Message = Message;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let client = Bx24::of_page().map(|library| Rc::new(Client::new(library, BrowserClock)));
        let status = if client.is_some() { "Reading your card…" } else { "This page works inside Bitrix24." };
        if let Some(client) = client.clone() {
            context.link().send_future(async move { Message::Read(client.get(OWN).await) });
        }
        Self { busy: client.is_some(), client, status, error: None, shown: Shown::Nothing, backup: None }
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        let Some(client) = self.client.clone() else { return false };
        match message {
            Message::Reset => {
                self.begin("Resetting your card…");
                context.link().send_future(async move { Message::WasReset(client.back_up_and_reset(OWN).await) });
            }
            Message::Restore(backup) => {
                self.begin("Putting your card back…");
                context.link().send_future(async move {
                    Message::WasRestored(client.restore(backup.clone()).await.map(|_| backup))
                });
            }
            Message::Read(Ok(answer)) => {
                self.end("");
                self.shown = answer.result.into();
            }
            Message::WasReset(Ok((_, backup))) => {
                self.end("Your card is reset.");
                self.shown = Shown::Default;
                self.backup = Some(backup);
            }
            Message::WasRestored(Ok(backup)) => {
                self.end("Your card is back.");
                self.shown = backup.layout.into();
                self.backup = None;
            }
            Message::Read(Err(error)) | Message::WasReset(Err(error)) | Message::WasRestored(Err(error)) => {
                self.end("");
                // Of a reset that may have been done: it can be undone all the same.
                self.backup = error.backup.clone().or(self.backup.take());
                self.error = Some(error);
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let reset = context.link().callback(|_| Message::Reset);
        html! {
            <main aria-busy={self.busy.to_string()}>
                <h1>{ "Contact card" }</h1>
                <p id="status" role="status">{ self.status }</p>
                if let Some(error) = &self.error {
                    <p id="error" role="alert">{ in_words(error) }</p>
                }
                if let Shown::Saved(layout) = &self.shown {
                    <div id="card">{ for layout.sections().map(section) }</div>
                    <button id="reset" disabled={self.busy} onclick={reset}>{ "Reset card" }</button>
                } else if let Shown::Default = &self.shown {
                    <p id="card">{ "The default layout" }</p>
                }
                if let Some(backup) = self.backup.clone() {
                    <button id="undo" disabled={self.busy} onclick={context.link().callback(move |_| {
                        Message::Restore(backup.clone())
                    })}>{ "Undo" }</button>
                }
            </main>
        }
    }
}

impl Placement {
    fn begin(&mut self, status: &'static str) {
        (self.busy, self.status, self.error) = (true, status, None);
    }

    fn end(&mut self, status: &'static str) {
        (self.busy, self.status) = (false, status);
    }
}

fn section(section: SectionRef<'_>) -> Html {
    html! {
        <section>
            <h2>{ section.title().to_owned() }</h2>
            <ul>{ for section.elements().map(ElementRef::name).map(|name| html! { <li>{ name.to_owned() }</li> }) }</ul>
        </section>
    }
}

/// What went wrong, what became of the card, and what the portal says.
fn in_words(error: &Error) -> String {
    let what = match error.kind {
        ErrorKind::AccessDenied => "You have no access.",
        ErrorKind::Auth => "Bitrix24 did not accept this application.",
        ErrorKind::Network | ErrorKind::RateLimit | ErrorKind::Timeout | ErrorKind::Unavailable => {
            "Bitrix24 is not available. Try again later."
        }
        _ => "That did not work.",
    };
    let card = match error.outcome {
        Outcome::Unchanged => "Your card is as it was.",
        Outcome::Unknown => "It is not known whether your card was changed.",
    };
    format!("{what} {card} ({}: {error})", error.kind.name())
}
