using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [
        (name = "worker.mjs", esModule = embed "worker.mjs"),
        (name = "example.mjs", esModule = embed "example.mjs"),
        (name = "bx24-contact-card", esModule = embed "index.mjs"),
        (name = "bx24-contact-card/slim", esModule = embed "slim.mjs"),
        (name = "bx24-contact-card/bx24-contact-card.wasm", wasm = embed "bx24-contact-card.wasm"),
      ],
      compatibilityDate = "2026-04-01",
    )),
    # The local portal is at a loopback address.
    (name = "internet", network = (allow = ["public", "private", "local"])),
  ],
);
