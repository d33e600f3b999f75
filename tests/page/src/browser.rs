use std::path::Path;

use fantoccini::actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::devtools::DevTools;
use crate::driver::{self, Driver};
use crate::error::Doing;
use crate::until::answer;
use crate::{Engine, Error, Result, until};

/// The name under which `WebDriver` hands over a reference to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Whether a person can watch.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Window {
    /// Headless, or on a display of its own: nothing is seen.
    Hidden,
    /// On the desktop of the one who started it.
    Visible,
}

/// A browser with one window. Ends when dropped, with all its processes.
pub struct Browser {
    client: Client,
    engine: Engine,
    // Last, so that it is dropped after the client, which still talks to it.
    driver: Driver,
}

impl Browser {
    /// Starts a browser with a fresh profile. A start that fails is tried once more, and told on stderr.
    ///
    /// # Errors
    /// The driver or the browser is missing (the message says how to install it), or does not start.
    pub async fn start(engine: Engine, window: Window) -> Result<Self> {
        let program = driver::find(engine, engine.driver())?;
        match Self::start_once(engine, window, &program).await {
            Ok(browser) => Ok(browser),
            Err(error) => {
                eprintln!("{engine} is started once more: {error}");
                Self::start_once(engine, window, &program).await
            }
        }
    }

    async fn start_once(engine: Engine, window: Window, program: &Path) -> Result<Self> {
        let driver = Driver::start(engine, window, program).await?;
        let url = driver.url();
        let mut session = ClientBuilder::new(HttpConnector::new());
        session.capabilities(engine.capabilities(window));
        match answer(format_args!("starting {engine}"), session.connect(&url)).await {
            Ok(client) => Ok(Self { client, engine, driver }),
            Err(error) => {
                let (remedy, log) = (engine.remedy(), driver.log());
                Err(Error::new(format!("{error}\nIt needs: {remedy}\nIts driver said: {log}")))
            }
        }
    }

    /// The engine it was started with.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The directory of its profile. Each of its processes has it in the environment as `TMPDIR`.
    #[must_use]
    pub fn profile(&self) -> &Path {
        self.driver.profile()
    }

    /// Opens a new tab and closes all others, so that nothing is left of their frames, their history and what their session
    /// storage had. A tab takes a third less processor time than a window.
    ///
    /// # Errors
    /// The driver refuses.
    pub async fn renew(&self) -> Result<()> {
        let others = answer("listing the tabs", self.client.windows()).await?;
        let tab = answer("opening a tab", self.client.new_window(true)).await?;
        for other in others {
            answer("entering a tab", self.client.switch_to_window(other)).await?;
            answer("closing a tab", self.client.close_window()).await?;
        }
        answer("entering the tab", self.client.switch_to_window(tab.handle)).await
    }

    /// Opens a window beside the one it has, and enters it. A tab would hide the other, whose timers WebKit then calls late.
    ///
    /// # Errors
    /// The driver refuses.
    pub async fn open_window(&self) -> Result<()> {
        let window = answer("opening a window", self.client.new_window(false)).await?;
        answer("entering the window", self.client.switch_to_window(window.handle)).await
    }

    /// Enters the other one of two windows.
    ///
    /// # Errors
    /// There is no other window.
    pub async fn enter_other_window(&self) -> Result<()> {
        let this = answer("asking for the window", self.client.window()).await?;
        let windows = answer("listing the windows", self.client.windows()).await?;
        let other = windows.into_iter().find(|window| *window != this);
        let other = other.ok_or_else(|| Error::new("there is one window only"))?;
        answer("entering the other window", self.client.switch_to_window(other)).await
    }

    /// Opens `url` and waits until it is loaded, its frames included.
    ///
    /// # Errors
    /// The page cannot be reached.
    pub async fn goto(&self, url: &str) -> Result<()> {
        answer(format_args!("opening {url}"), self.client.goto(url)).await?;
        // Its driver does not wait for pages.
        if self.engine == Engine::Chromium {
            let look = "if (document.readyState === 'complete') return true";
            self.until_found(&format!("{url} to be loaded"), look, vec![]).await?;
        }
        Ok(())
    }

    /// From here on everything concerns the frame `selector` of what it concerned before.
    ///
    /// # Errors
    /// There is no such frame.
    pub async fn enter_frame(&self, selector: &str) -> Result<()> {
        let frame = self.find(selector).await?;
        answer(format_args!("entering the frame {selector}"), frame.enter_frame()).await
    }

    /// The reverse of [`enter_frame`](Self::enter_frame), one level up.
    ///
    /// # Errors
    /// The parent page is gone.
    pub async fn leave_frame(&self) -> Result<()> {
        answer("leaving the frame", self.client.enter_parent_frame()).await
    }

    /// Clicks the middle of an element as a mouse does, once it is shown and enabled.
    ///
    /// # Errors
    /// There is no such element, or something else lies over it, until the end of patience.
    pub async fn click(&self, selector: &str) -> Result<()> {
        const LOOK: &str = "const element = document.querySelector(arguments[0]);
            if (!element?.checkVisibility({ visibilityProperty: true })) return;
            const isDisabled = (one) => one.matches(':disabled, [aria-disabled=true]');
            if (isDisabled(element)) return;
            const isMoving = parent !== window && Math.abs(innerHeight - document.body.getBoundingClientRect().height) > 1;
            if (isMoving && arguments[1]) return;
            // As a person does, by the wheel: pages scroll for nobody who does so.
            dispatchEvent(new Event('wheel'));
            element.scrollIntoView({ block: 'nearest' });
            // Of a text that wraps, the middle of its first line.
            const { left, right, top, bottom } = element.getClientRects()[0];
            const [x, y] = [(left + right) / 2, (top + bottom) / 2];
            if (!element.contains(document.elementFromPoint(x, y))) return;
            if (arguments[2]) {
                // Neither what has moved below the mouse by then is clicked, nor what is disabled by then.
                const guard = (event) => {
                    if (aim.isOver) return;
                    aim.isOver = event.type === 'click';
                    if (event.type === 'pointerdown') aim.isHit = aim.element.contains(event.target);
                    aim.isHit &&= !isDisabled(aim.element);
                    if (!aim.isHit) event.preventDefault(), event.stopImmediatePropagation();
                };
                for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
                    if (!window.aim) addEventListener(type, guard, true);
                }
                window.aim = { element, isHit: false };
            }
            const frame = [...Array(parent.length).keys()].find((index) => parent[index] === window);
            return [element, x, y, frame ?? null]";
        // Most frames follow the height of the page in them, and what is in the page may move until they have it. The others are
        // not waited for beyond two looks.
        let mut looks = 0;
        self.until(&format!("{selector} to take a click"), async || {
            looks += 1;
            let by_place = self.engine == Engine::Chromium;
            let arguments = vec![selector.into(), (looks <= 2).into(), by_place.into()];
            let Some(found) = self.look_for_a_while(LOOK, arguments).await? else { return Ok(None) };
            let frame = found[3].as_u64().and_then(|frame| u16::try_from(frame).ok());
            let place = [found[1].as_f64(), found[2].as_f64()].map(Option::unwrap_or_default);
            // Firefox shows what is in a frame by itself.
            let place = match frame.filter(|_| self.engine != Engine::Firefox) {
                Some(frame) => self.place_in_window(frame, place).await?,
                None => Some(place),
            };
            let Some(place) = place else { return Ok(None) };
            if by_place {
                return self.click_at(place).await;
            }
            let element = found[0][ELEMENT].as_str().unwrap_or_default().to_owned();
            let element = Element::from_element_id(self.client.clone(), element.into());
            element.click().await.doing("clicking it").map(Some)
        })
        .await
    }

    /// Scrolls the page around the entered frame, which is the one of this index, until it shows a place of the frame, and says
    /// where in the window that is. A frame that is still growing has the place below its lower edge.
    async fn place_in_window(&self, frame: u16, [x, y]: [f64; 2]) -> Result<Option<[f64; 2]>> {
        // WebKit lets no frame scroll the page around it, if that is of another origin.
        const LOOK: &str = "const [index, x, y] = arguments;
            const frame = [...document.querySelectorAll('iframe')].find((one) => one.contentWindow === window[index]);
            const place = () => {
                const { left, top } = frame.getBoundingClientRect();
                return [left + frame.clientLeft + x, top + frame.clientTop + y];
            };
            const isInSight = () => place()[1] >= 0 && place()[1] <= innerHeight;
            if (!isInSight()) scrollBy(0, place()[1] - innerHeight / 2);
            return isInSight() && y <= frame.clientHeight ? place() : []";
        let place = if self.engine == Engine::Chromium {
            // DevTools ask the page itself, whichever frame is entered. To leave that and to enter it again takes longer.
            let expression = format!("(function () {{ {LOOK} }})({frame}, {x}, {y})");
            let asked = json!({ "expression": expression, "returnByValue": true });
            self.devtools("Runtime.evaluate", asked).await?["result"]["value"].take()
        } else {
            self.client.enter_parent_frame().await.doing("leaving the frame")?;
            let place = self.client.execute(LOOK, vec![frame.into(), x.into(), y.into()]).await;
            self.client.enter_frame(frame).await.doing("entering the frame again")?;
            place.doing("showing the frame")?
        };
        Ok(place[0].as_f64().zip(place[1].as_f64()).map(|(x, y)| [x, y]))
    }

    /// Clicks a place of the window, whichever frame is entered: Chromium's driver asks the page a hundred questions about an
    /// element that is to be clicked, and none about a place. `None` where the click has met something else than what was looked
    /// for. A page that has gone meanwhile was left by it.
    async fn click_at(&self, [x, y]: [f64; 2]) -> Result<Option<()>> {
        let button = MOUSE_BUTTON_LEFT;
        let click = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button })
            .then(PointerAction::Up { button });
        self.client.perform_actions(click).await.doing("clicking it")?;
        let is_hit = self.client.execute("return window.aim?.isHit ?? true", vec![]).await;
        Ok(is_hit.map_or(true, |is_hit| is_hit == true).then_some(()))
    }

    /// Chooses an option of a list.
    ///
    /// # Errors
    /// There is no such option.
    pub async fn choose(&self, option: &str) -> Result<()> {
        let element = self.find(option).await?;
        answer(format_args!("choosing {option}"), element.click()).await
    }

    /// Types a text into a field, in place of what is there.
    ///
    /// # Errors
    /// There is no such field, or it takes no text.
    pub async fn write(&self, selector: &str, text: &str) -> Result<()> {
        let field = self.find(selector).await?;
        answer(format_args!("clearing {selector}"), field.clear()).await?;
        // WebKit's driver refuses to type nothing.
        if text.is_empty() {
            return Ok(());
        }
        answer(format_args!("writing into {selector}"), field.send_keys(text)).await
    }

    /// Presses and releases a key, on whatever has the focus.
    ///
    /// # Errors
    /// The driver refuses.
    pub async fn press(&self, key: Key) -> Result<()> {
        let value = char::from(key);
        let keys = KeyActions::new("keyboard".to_owned()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
        answer(format_args!("pressing {key:?}"), self.client.perform_actions(keys)).await
    }

    /// The text of an element as it is shown: hidden parts are left out, white space is as rendered.
    ///
    /// # Errors
    /// There is no such element.
    pub async fn text(&self, selector: &str) -> Result<String> {
        let element = self.find(selector).await?;
        answer(format_args!("reading {selector}"), element.text()).await
    }

    /// Waits until the shown text of an element contains `wanted`, and returns it all.
    ///
    /// # Errors
    /// It does not, until the end of patience. The message has the page's whole text.
    pub async fn wait_for_text(&self, selector: &str, wanted: &str) -> Result<String> {
        const LOOK: &str = "const text = document.querySelector(arguments[0])?.innerText;
            if (text?.includes(arguments[1])) return [text]";
        let what = format!("{wanted:?} in {selector}");
        if self.engine == Engine::Chromium {
            let found = self.until_found(&what, LOOK, vec![selector.into(), wanted.into()]).await?;
            return Ok(found[0].as_str().unwrap_or_default().to_owned());
        }
        // Elsewhere `innerText` leaves out what lists have to choose, and the marks around what is isolated.
        self.until(&what, async || {
            let element = self.client.find(Locator::Css(selector)).await.doing("finding it")?;
            let text = element.text().await.doing("reading it")?;
            Ok(text.contains(wanted).then_some(text))
        })
        .await
    }

    /// Whether an element is there and shown, now.
    ///
    /// # Errors
    /// The page is gone.
    pub async fn is_shown(&self, selector: &str) -> Result<bool> {
        let found =
            answer(format_args!("looking for {selector}"), self.client.find_all(Locator::Css(selector))).await?;
        match found.first() {
            Some(element) => answer(format_args!("seeing {selector}"), element.is_displayed()).await,
            None => Ok(false),
        }
    }

    /// Runs a function body in the page: `arguments` are its arguments, what it returns comes back.
    ///
    /// # Errors
    /// The script throws.
    pub async fn run(&self, body: &str, arguments: Vec<Value>) -> Result<Value> {
        answer("running a script", self.client.execute(body, arguments)).await
    }

    /// The same for the body of an async function, whose promise is awaited.
    ///
    /// # Errors
    /// The promise is rejected, or not settled within 30 s, the drivers' limit.
    pub async fn run_async(&self, body: &str, arguments: Vec<Value>) -> Result<Value> {
        // What a script of the other kind, which takes a callback, has done is asked for by Chromium's driver again and again.
        // A driver's own way to await says nothing of a rejection, so the outcome is carried as a value.
        let script = format!(
            "return (async function () {{ {body} }}).apply(null, arguments).then(
                 (value) => ({{ value }}),
                 (reason) => ({{ reason: String(reason) }}))"
        );
        let mut outcome = answer("running a script", self.client.execute(&script, arguments)).await?;
        match outcome.get("reason") {
            Some(reason) => Err(Error::new(format!("the script rejected: {reason}"))),
            None => Ok(outcome.get_mut("value").map_or(Value::Null, Value::take)),
        }
    }

    /// Sends the tab a command of Chromium's `DevTools` protocol, such as `Emulation.setCPUThrottlingRate`.
    ///
    /// # Errors
    /// The engine is another, or it refuses.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        answer(command, self.client.issue_cmd(DevTools(command.to_owned(), parameters))).await
    }

    /// Makes the window's outer size `width` × `height` CSS pixels, as far as the desktop lets it.
    ///
    /// # Errors
    /// The driver refuses.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        answer("resizing the window", self.client.set_window_size(width, height)).await
    }

    /// Writes what the window shows to `file`, as PNG.
    ///
    /// # Errors
    /// The picture cannot be taken or written.
    pub async fn screenshot(&self, file: &Path) -> Result<()> {
        let picture = match self.driver.picture() {
            Some(picture) => picture?,
            None => answer("taking a screenshot", self.client.screenshot()).await?,
        };
        std::fs::write(file, picture).doing(format_args!("writing {}", file.display()))
    }

    /// [`until`], with the page's text in the message: a page that fails mostly says why.
    ///
    /// # Errors
    /// `look` found nothing until the end of patience.
    pub async fn until<T>(&self, what: &str, look: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
        match until(what, look).await {
            Ok(found) => Ok(found),
            Err(error) => {
                let shown = self.run("return `${location.href}\n${document.body.innerText}`", vec![]).await?;
                let shown = shown.as_str().unwrap_or_default();
                Err(Error::new(format!("{}: {error}\nThe page: {shown}", self.engine)))
            }
        }
    }

    /// [`until`](Self::until) a function body finds something in the page.
    ///
    /// # Errors
    /// It returned nothing until the end of patience.
    pub async fn until_found(&self, what: &str, look: &str, arguments: Vec<Value>) -> Result<Value> {
        self.until(what, async || self.look_for_a_while(look, arguments.clone()).await).await
    }

    /// Has the page itself look again and again: to ask it through a driver takes more time than to answer.
    async fn look_for_a_while(&self, look: &str, arguments: Vec<Value>) -> Result<Option<Value>> {
        let body = format!(
            "const look = function () {{ {look} }};
             for (let tries = 0; tries < 20; tries++) {{
                 const found = look.apply(null, arguments);
                 if (found) return found;
                 await new Promise((next) => setTimeout(next, 25));
             }}"
        );
        let found = self.run_async(&body, arguments).await?;
        Ok((!found.is_null()).then_some(found))
    }

    async fn find(&self, selector: &str) -> Result<Element> {
        self.until(&format!("an element {selector}"), async || {
            let mut found = self.client.find_all(Locator::Css(selector)).await.doing("finding it")?;
            Ok((!found.is_empty()).then(|| found.swap_remove(0)))
        })
        .await
    }
}
