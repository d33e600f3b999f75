//! Pages without a bundler, and the workers that they start: each loads the package in its own way.

use std::fs;

use page::{Engine, Result, in_every_engine, lease};

use crate::project::package;
use crate::stage::Stage;

in_every_engine!([an_import_map, a_module_as_a_file, a_module_worker, a_classic_worker, a_service_worker]);

/// Resets a card, and gives what came of it as a text.
const RESETS: &str = "const resets = (api, webhook) => api.resetContactCard('P', 6, { connection: { webhook } })
    .then(({ result }) => `reset: ${result}`, (error) => `${error}`);";

async fn an_import_map(engine: Engine) -> Result<()> {
    let html = format!(
        "<!doctype html><title>An import map</title>
         <script type='importmap'>{{ \"imports\": {{ \"bx24-contact-card\": \"./index.mjs\" }} }}</script>
         <script type='module'>
           import * as api from 'bx24-contact-card';
           {RESETS}
           {SHOW}
           show(await resets(api, '{{webhook}}'));
         </script>"
    );
    shows_reset(engine, &html, "").await
}

/// It is compiled while it arrives where its content type allows that, and elsewhere when all of it is there.
async fn a_module_as_a_file(engine: Engine) -> Result<()> {
    for (file, given) in [("bx24-contact-card.wasm", "Module"), ("module.bin", "ArrayBuffer")] {
        let html = format!(
            "<!doctype html><title>The module as a file</title>
             <script type='module'>
               import * as api from './slim.mjs';
               {RESETS}
               {SHOW}
               const {{ instantiate }} = WebAssembly;
               WebAssembly.instantiate = (module, imports) =>
                 module.constructor.name === '{given}' ? instantiate(module, imports) : Promise.reject(new Error(module));
               api.init('{file}').catch(() => {{}});
               show(await resets(api, '{{webhook}}'));
             </script>"
        );
        shows_reset(engine, &html, "").await?;
    }
    Ok(())
}

async fn a_module_worker(engine: Engine) -> Result<()> {
    const PAGE: &str = "const worker = new Worker('worker.js', { type: 'module' });";
    let script = format!("import * as api from './index.mjs';{RESETS} resets(api, WEBHOOK).then(postMessage);");
    shows_reset(engine, &page_with(PAGE, "worker"), &script).await
}

async fn a_classic_worker(engine: Engine) -> Result<()> {
    const PAGE: &str = "const worker = new Worker('worker.js');";
    let script = format!(
        "importScripts('bx24-contact-card.js');{RESETS} resets(BX24ContactCard, WEBHOOK).then((said) => postMessage(said));"
    );
    shows_reset(engine, &page_with(PAGE, "worker"), &script).await
}

async fn a_service_worker(engine: Engine) -> Result<()> {
    const PAGE: &str = "
        const { serviceWorker } = navigator;
        serviceWorker.register('worker.js').then(() => serviceWorker.ready).then(({ active }) => active.postMessage(''), show);
        serviceWorker.startMessages();";
    let script = format!(
        "importScripts('bx24-contact-card.js');{RESETS}
         addEventListener('message', (event) => event.waitUntil(
           resets(BX24ContactCard, WEBHOOK).then((said) => event.source.postMessage(said))));"
    );
    shows_reset(engine, &page_with(PAGE, "serviceWorker"), &script).await
}

const SHOW: &str = "const show = (text) => document.body.append(Object.assign(document.createElement('output'), { textContent: text }));";

/// A page that shows what its worker sends.
fn page_with(worker: &str, name: &str) -> String {
    format!(
        "<!doctype html><title>A worker</title><body><script>{SHOW}{worker}
         {name}.addEventListener('message', ({{ data }}) => show(data));
         {name}.onerror = ({{ message }}) => show(message);</script>"
    )
}

/// Opens a page that has a worker's script beside it, in which `WEBHOOK` is a webhook.
async fn shows_reset(engine: Engine, html: &str, worker: &str) -> Result<()> {
    let stage = Stage::set().await;
    for file in ["index.mjs", "slim.mjs", "bx24-contact-card.js", "bx24-contact-card.wasm"] {
        fs::copy(package().join(file), stage.app().join(file)).unwrap();
    }
    // The same with another content type.
    fs::copy(package().join("bx24-contact-card.wasm"), stage.app().join("module.bin")).unwrap();
    fs::write(stage.app().join("worker.js"), worker.replace("WEBHOOK", &format!("'{}'", stage.webhook()))).unwrap();
    stage.page(html);
    let browser = lease(engine).await?;
    browser.goto(&format!("{}/app/index.html", stage.app_url())).await?;
    browser.wait_for_text("output", "reset: true").await?;
    stage.assert_reset();
    Ok(())
}
