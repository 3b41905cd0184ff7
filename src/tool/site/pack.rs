//! Rearranges a module's functions so that it compresses better: equal ones become one, and those that
//! are alike stand beside each other.
//!
//! A compressor names bytes it has seen by how far back they lie. The compiler sets functions as it
//! comes upon them, so that forty ways to drop a vector lie all over a megabyte; side by side each
//! costs little more than what it differs in. How alike two functions are is estimated by MinHash over
//! their runs of four bytes (Broder, “On the resemblance and containment of documents”, 1997).

#![expect(clippy::indexing_slicing, reason = "every index is a position in a list as long")]

use std::collections::HashMap;
use std::convert::Infallible;

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, CustomSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// Bytes in a run.
const RUN: usize = 4;

/// Hashes by which functions are compared.
const HASHES: usize = 192;

/// How much likeness to the last function counts, to the one before it, and so on.
const WEIGHTS: [u32; 3] = [4, 2, 1];

type Error = reencode::Error<Infallible>;

/// The module with its functions rearranged.
pub(super) fn pack(module: &[u8]) -> Result<Vec<u8>, Error> {
    let mut module = module.to_vec();
    // Callers of what has become one may now be equal themselves.
    loop {
        let functions = Functions::read(&module)?;
        let imported = functions.imported;
        let (mut kept, mut place) = functions.distinct();
        let all = kept.len() == functions.bodies.len();
        if all {
            kept = chain(&functions.bodies);
            for (new, &old) in kept.iter().enumerate() {
                place[old] = new as u32;
            }
        }
        module = Arranged { imported, kept, place }.write(&module)?;
        if all {
            return Ok(module);
        }
    }
}

/// What a module says of its functions.
struct Functions<'a> {
    /// Number of functions it imports; they come first.
    imported: u32,
    /// Type of each of its own.
    types: Vec<u32>,
    /// Locals and code of each of its own.
    bodies: Vec<&'a [u8]>,
}

impl<'a> Functions<'a> {
    fn read(module: &'a [u8]) -> Result<Self, Error> {
        let mut found = Self { imported: 0, types: Vec::new(), bodies: Vec::new() };
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        found.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(section) => {
                    for of in section {
                        found.types.push(of?);
                    }
                }
                Payload::CodeSectionEntry(body) => found.bodies.push(&module[body.range()]),
                _ => {}
            }
        }
        Ok(found)
    }

    /// The first of each set of equal functions, and for every function which of these it is.
    fn distinct(&self) -> (Vec<usize>, Vec<u32>) {
        let mut known = HashMap::new();
        let (mut kept, mut place) = (Vec::new(), Vec::new());
        for (old, key) in self.types.iter().zip(&self.bodies).enumerate() {
            let new = *known.entry(key).or_insert_with(|| {
                kept.push(old);
                kept.len() as u32 - 1
            });
            place.push(new);
        }
        (kept, place)
    }
}

/// The order in which each is followed by the one most like it and those just before it; where nothing
/// is like them, by the first that is left.
fn chain(bodies: &[&[u8]]) -> Vec<usize> {
    let sketches: Vec<[u32; HASHES]> = bodies.iter().map(|body| sketch(body)).collect();
    let mut holders: Vec<HashMap<u32, Vec<usize>>> = vec![HashMap::new(); HASHES];
    for (at, sketch) in sketches.iter().enumerate() {
        for (holders, hash) in holders.iter_mut().zip(sketch) {
            holders.entry(*hash).or_default().push(at);
        }
    }
    let mut left = vec![true; bodies.len()];
    let mut first_left = 0;
    let mut order: Vec<usize> = Vec::new();
    let mut likeness = vec![0_u32; bodies.len()];
    while order.len() < bodies.len() {
        let mut met = Vec::new();
        for (&last, weight) in order.iter().rev().zip(WEIGHTS) {
            for (holders, hash) in holders.iter_mut().zip(&sketches[last]) {
                let Some(holders) = holders.get_mut(hash) else { continue };
                holders.retain(|&at| left[at]);
                for &at in &*holders {
                    if likeness[at] == 0 {
                        met.push(at);
                    }
                    likeness[at] += weight;
                }
            }
        }
        while left.get(first_left) == Some(&false) {
            first_left += 1;
        }
        let most = met.iter().copied().max_by_key(|&at| (likeness[at], std::cmp::Reverse(at)));
        let next = most.unwrap_or(first_left);
        for at in met {
            likeness[at] = 0;
        }
        left[next] = false;
        order.push(next);
    }
    order
}

/// The least of each hash over all runs of a function's bytes.
fn sketch(body: &[u8]) -> [u32; HASHES] {
    let mut least = [u32::MAX; HASHES];
    for run in body.windows(RUN) {
        let run = run.iter().fold(0_u64, |run, &byte| run << 8 | u64::from(byte));
        let mut seed = run.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        for least in &mut least {
            // Xorshift (Marsaglia 2003): the run's own sequence of hashes.
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            *least = (*least).min((seed >> 32) as u32);
        }
    }
    least
}

/// A module's functions as they are to stand: which of the old ones are kept, in their new order, and
/// for every old one its new number. Imported ones keep theirs.
struct Arranged {
    imported: u32,
    kept: Vec<usize>,
    place: Vec<u32>,
}

impl Arranged {
    fn write(mut self, module: &[u8]) -> Result<Vec<u8>, Error> {
        let mut out = Module::new();
        self.parse_core_module(&mut out, Parser::new(0), module)?;
        Ok(out.finish())
    }
}

impl Reencode for Arranged {
    type Error = Infallible;

    fn function_index(&mut self, old: u32) -> Result<u32, Error> {
        let own = old.checked_sub(self.imported).and_then(|own| self.place.get(own as usize));
        Ok(own.map_or(old, |new| self.imported + new))
    }

    /// Written for tools that come before; a browser reads none.
    fn parse_custom_section(
        &mut self,
        _module: &mut Module,
        _section: CustomSectionReader<'_>,
    ) -> Result<(), Error> {
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        out: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for &old in &self.kept {
            out.function(types[old]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        out: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for old in self.kept.clone() {
            self.parse_function_body(out, bodies[old].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{EntityType, ExportKind, ExportSection, Function, ImportSection, TypeSection};
    use wasmparser::Operator;

    use super::*;

    /// One imported function, and its own ones: exported by number, each calling the given ones.
    fn module(calls: &[&[u32]]) -> Vec<u8> {
        let (mut types, mut imports) = (TypeSection::new(), ImportSection::new());
        types.ty().function([], []);
        imports.import("host", "log", EntityType::Function(0));
        let (mut functions, mut exports) = (FunctionSection::new(), ExportSection::new());
        let mut code = CodeSection::new();
        for (n, calls) in calls.iter().enumerate() {
            functions.function(0);
            exports.export(&n.to_string(), ExportKind::Func, n as u32 + 1);
            let mut body = Function::new([]);
            for &call in *calls {
                body.instructions().call(call);
            }
            body.instructions().end();
            code.function(&body);
        }
        let mut out = Module::new();
        out.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
        out.finish()
    }

    /// What each export stands for, and what each own function calls.
    fn read(module: &[u8]) -> (Vec<u32>, Vec<Vec<u32>>) {
        let (mut exports, mut bodies) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(module) {
            match payload.unwrap() {
                Payload::ExportSection(section) => {
                    exports.extend(section.into_iter().map(|export| export.unwrap().index));
                }
                Payload::CodeSectionEntry(body) => {
                    let operators = body.get_operators_reader().unwrap().into_iter();
                    let called = operators.filter_map(|operator| match operator.unwrap() {
                        Operator::Call { function_index } => Some(function_index),
                        _ => None,
                    });
                    bodies.push(called.collect());
                }
                _ => {}
            }
        }
        (exports, bodies)
    }

    #[test]
    fn equal_functions_become_one_and_so_do_their_callers() {
        let packed = pack(&module(&[&[0], &[0, 0], &[0], &[1, 2], &[3, 2]])).unwrap();
        let (exports, bodies) = read(&packed);
        assert_eq!(bodies.len(), 3);
        assert_eq!(exports[0], exports[2]);
        assert_eq!(exports[3], exports[4]);
        let called = |export: usize| bodies[exports[export] as usize - 1].clone();
        assert_eq!(called(0), [0]);
        assert_eq!(called(1), [0, 0]);
        assert_eq!(called(3), [exports[0], exports[1]]);
    }

    #[test]
    fn what_is_alike_stands_together() {
        let bodies: [&[u8]; 5] = [b"abcdefgh", b"0123456789", b"abcdefgi", b"012345678", b"abcdefg"];
        let order = chain(&bodies);
        let mut sorted = order.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, [0, 1, 2, 3, 4]);
        let letters: Vec<bool> = order.iter().map(|&at| bodies[at].starts_with(b"a")).collect();
        assert_eq!(letters, [true, true, true, false, false]);
    }

    #[test]
    fn an_empty_module_stays_one() {
        let none = pack(&Module::new().finish()).unwrap();
        assert_eq!(none, Module::new().finish());
    }
}
