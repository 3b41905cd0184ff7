//! Renumbers the locals of a module's functions so that it compresses better: of each type the one most
//! used comes first.
//!
//! The compiler numbers locals as it comes upon them, so that the busiest of a function has any number.
//! Where it has the same in all of them, more of their code is the same bytes.

#![expect(clippy::indexing_slicing, reason = "a valid module names only locals and types that it has")]

use std::cmp::Reverse;
use std::convert::Infallible;

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, Function, Instruction, Module};
use wasmparser::{FunctionBody, Operator, Parser, Payload, ValType};

type Error = reencode::Error<Infallible>;

/// The module with its functions' locals renumbered.
pub(super) fn by_use(module: &[u8]) -> Result<Vec<u8>, Error> {
    let mut out = Module::new();
    let parameters = parameters(module)?.into_iter();
    Renumbered { parameters }.parse_core_module(&mut out, Parser::new(0), module)?;
    Ok(out.finish())
}

/// Of each of the module's own functions, how many of its first locals are its parameters.
fn parameters(module: &[u8]) -> Result<Vec<usize>, Error> {
    let (mut of_types, mut found) = (Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::TypeSection(section) => {
                for of in section.into_iter_err_on_gc_types() {
                    of_types.push(of?.params().len());
                }
            }
            Payload::FunctionSection(section) => {
                for of in section {
                    found.push(of_types[of? as usize]);
                }
            }
            _ => {}
        }
    }
    Ok(found)
}

/// Of the functions still to be written, how many parameters each has.
struct Renumbered {
    parameters: std::vec::IntoIter<usize>,
}

impl Reencode for Renumbered {
    type Error = Infallible;

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), Error> {
        let parameters = self.parameters.next().unwrap_or_default();
        let mut types = Vec::new();
        for run in body.get_locals_reader()? {
            let (count, of) = run?;
            types.extend(std::iter::repeat_n(of, count as usize));
        }
        let order = order(&types, &uses(&body, parameters, types.len())?);
        let mut place: Vec<u32> = (0..(parameters + types.len()) as u32).collect();
        let mut locals = Vec::new();
        for (new, &old) in order.iter().enumerate() {
            place[parameters + old] = (parameters + new) as u32;
            locals.push(self.val_type(types[old])?);
        }
        let mut out = Function::new_with_locals_types(locals);
        let mut reader = body.get_operators_reader()?;
        while !reader.eof() {
            out.instruction(&match self.parse_instruction(&mut reader)? {
                Instruction::LocalGet(old) => Instruction::LocalGet(place[old as usize]),
                Instruction::LocalSet(old) => Instruction::LocalSet(place[old as usize]),
                Instruction::LocalTee(old) => Instruction::LocalTee(place[old as usize]),
                other => other,
            });
        }
        code.function(&out);
        Ok(())
    }
}

/// How often each local that is no parameter is read or written.
fn uses(body: &FunctionBody<'_>, parameters: usize, locals: usize) -> Result<Vec<usize>, Error> {
    let mut uses = vec![0; locals];
    for operator in body.get_operators_reader()? {
        if let Operator::LocalGet { local_index }
        | Operator::LocalSet { local_index }
        | Operator::LocalTee { local_index } = operator?
            && let Some(local) = (local_index as usize).checked_sub(parameters)
        {
            uses[local] += 1;
        }
    }
    Ok(uses)
}

/// The order of the locals: types as they come, in each the most used first.
fn order(types: &[ValType], uses: &[usize]) -> Vec<usize> {
    let first = |of: ValType| types.iter().position(|&other| other == of);
    let mut order: Vec<usize> = (0..types.len()).collect();
    order.sort_by_cached_key(|&at| (first(types[at]), Reverse(uses[at]), at));
    order
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{FunctionSection, TypeSection};

    use super::*;

    #[test]
    fn the_most_used_of_each_type_comes_first_and_parameters_stay() {
        use wasm_encoder::ValType::{F64, I32};
        let (mut types, mut functions, mut code) =
            (TypeSection::new(), FunctionSection::new(), CodeSection::new());
        types.ty().function([I32], []);
        functions.function(0);
        let mut body = Function::new([(2, I32), (2, F64), (1, I32)]);
        for local in [0, 1, 3, 4, 4, 5, 5, 5, 2, 2] {
            body.instructions().local_get(local).drop();
        }
        body.instructions().i32_const(7).local_tee(5).local_set(0).end();
        code.function(&body);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&code);

        let made = by_use(&module.finish()).unwrap();
        let bodies = Parser::new(0).parse_all(&made).filter_map(|payload| match payload.unwrap() {
            Payload::CodeSectionEntry(body) => Some(body),
            _ => None,
        });
        let body = bodies.last().unwrap();
        let declared: Vec<_> = body.get_locals_reader().unwrap().into_iter().map(Result::unwrap).collect();
        assert_eq!(declared, [(3, ValType::I32), (2, ValType::F64)]);
        let named = body.get_operators_reader().unwrap().into_iter().filter_map(|one| match one.unwrap() {
            Operator::LocalGet { local_index }
            | Operator::LocalSet { local_index }
            | Operator::LocalTee { local_index } => Some(local_index),
            _ => None,
        });
        assert_eq!(named.collect::<Vec<_>>(), [0, 3, 5, 4, 4, 1, 1, 1, 2, 2, 1, 0]);
    }
}
