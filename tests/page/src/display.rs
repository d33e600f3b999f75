//! An X server that nobody sees, for an engine without a headless mode, and what it shows.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::Result;
use crate::error::{Doing, Error};
use crate::processes::Processes;

/// The file, within the folder of the processes, in which the server keeps what it shows.
const SCREEN: &str = "Xvfb_screen0";

/// Starts the server; returns its name, for `DISPLAY`.
pub(crate) fn start(program: &Path, processes: &mut Processes) -> Result<String> {
    let mut command = Command::new(program);
    // It takes a free number and, once it listens, writes that to its stdout.
    command.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-fbdir"]);
    command.arg(processes.home());
    let child = processes.start(command.stdout(Stdio::piped()).stderr(Stdio::null()))?;
    let mut number = String::new();
    if let Some(stdout) = child.stdout.as_mut() {
        BufReader::new(stdout).read_line(&mut number).doing("reading Xvfb's display number")?;
    }
    match number.trim() {
        "" => Err(Error::new("Xvfb ended before it had a display")),
        number => Ok(format!(":{number}")),
    }
}

/// What the server shows, as PNG.
pub(crate) fn picture(home: &Path) -> Result<Vec<u8>> {
    let dump = fs::read(home.join(SCREEN)).doing("reading what the display shows")?;
    let (width, height, pixels) = read(&dump).ok_or_else(|| Error::new("the display shows no picture"))?;
    let mut picture = Vec::new();
    let mut encoder = png::Encoder::new(&mut picture, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().doing("beginning a picture")?;
    writer.write_image_data(&pixels).doing("writing a picture")?;
    writer.finish().doing("ending a picture")?;
    Ok(picture)
}

/// Width, height and the pixels in red, green and blue of a dump by the X Window System: numbers of 32 bits, the highest byte
/// first, then a table of colours, then rows of pixels of 32 bits, here the lowest byte first.
fn read(dump: &[u8]) -> Option<(u32, u32, Vec<u8>)> {
    let number = |index: usize| Some(u32::from_be_bytes(dump.get(4 * index..4 * index + 4)?.try_into().ok()?));
    let [header, width, height, row, colours] = [number(0)?, number(4)?, number(5)?, number(12)?, number(19)?];
    // A colour of the table has 12 bytes.
    let start = usize::try_from(header + 12 * colours).ok()?;
    let (row, bytes) = (usize::try_from(row).ok()?, usize::try_from(4 * width).ok()?);
    let rows = dump.get(start..)?.chunks(row).take(usize::try_from(height).ok()?);
    let pixels = rows.filter_map(|row| row.get(..bytes)).flat_map(|row| row.chunks(4));
    Some((width, height, pixels.flat_map(|pixel| pixel.iter().take(3).rev()).copied().collect()))
}
