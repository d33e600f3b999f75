//! The BX24 library as it is: raw bindings, without any judgement (docs/bx24.md).

use js_sys::Function;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The library, or whatever was given for it.
    #[derive(Clone, Debug)]
    pub(crate) type Library;

    #[wasm_bindgen(method, catch, js_name = refreshAuth)]
    pub(crate) fn refresh_auth(this: &Library, callback: &Function) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    pub(crate) fn init(this: &Library, callback: &Function) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = getAuth)]
    pub(crate) fn get_auth(this: &Library) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = getDomain)]
    pub(crate) fn get_domain(this: &Library) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = globalThis)]
    pub(crate) type Global;

    /// `undefined` where there is none.
    #[wasm_bindgen(static_method_of = Global, getter)]
    pub(crate) fn fetch() -> JsValue;

    /// The page's own library. Outside a portal it is `null`, or not there at all.
    #[wasm_bindgen(static_method_of = Global, catch, getter, js_name = BX24)]
    pub(crate) fn library() -> Result<JsValue, JsValue>;

    /// The name of the window, `DOMAIN|PROTOCOL|APP_SID`.
    #[wasm_bindgen(static_method_of = Global, catch, getter)]
    pub(crate) fn name() -> Result<JsValue, JsValue>;

    /// `Promise`, but for the one method whose declaration in js-sys asks for more than this needs.
    pub(crate) type Thenable;

    #[wasm_bindgen(method)]
    pub(crate) fn then(this: &Thenable, fulfilled: &Function, rejected: &Function) -> JsValue;
}
