import * as z from "zod";
import { guidanceOf } from "./setting";

/** A schema that has every property of a type, none of them with another type: the compiler finds what it lacks. */
export function shapeOf<T>() {
  return <const Shape extends { [Name in keyof T]-?: z.ZodType<T[Name]> }>(shape: Shape) =>
    z.strictObject(shape).register(guidanceOf, { expected: "an object", remedy: "write one" });
}

/** Text of any form: what it must be like, other checks say. */
export function word(expected: string) {
  return z.string().register(guidanceOf, { expected, remedy: "write it in quotes" });
}

/** A number of any size, as `word`. */
export function amount(expected: string) {
  return z.number().register(guidanceOf, { expected, remedy: "write it without quotes" });
}

export function list<Item extends z.ZodType>(item: Item, expected: string) {
  return z
    .array(item)
    .register(guidanceOf, { expected, remedy: "write it in [ ], empty where there is none" });
}
