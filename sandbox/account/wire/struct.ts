import { ListValue, NullValue, Struct, Value as WireValue } from "google-protobuf/google/protobuf/struct_pb";
import type { Properties, Value } from "../values";

/** protobuf's Struct as plain JSON, straight from its fields: its own `toJavaScript` takes a detour over arrays. */
export function decodeStruct(struct: Struct | undefined): Properties {
  const result: Record<string, Value> = {};
  struct?.getFieldsMap().forEach((value, key) => {
    result[key] = decodeValue(value);
  });
  return result;
}

function decodeValue(value: WireValue): Value {
  switch (value.getKindCase()) {
    case WireValue.KindCase.STRING_VALUE:
      return value.getStringValue();
    case WireValue.KindCase.NUMBER_VALUE:
      return value.getNumberValue();
    case WireValue.KindCase.BOOL_VALUE:
      return value.getBoolValue();
    case WireValue.KindCase.STRUCT_VALUE:
      return decodeStruct(value.getStructValue());
    case WireValue.KindCase.LIST_VALUE:
      return value.getListValue()?.getValuesList().map(decodeValue) ?? [];
    default:
      return null;
  }
}

export function encodeStruct(properties: Properties): Struct {
  const struct = new Struct();
  const fields = struct.getFieldsMap();
  for (const [key, value] of Object.entries(properties)) fields.set(key, encodeValue(value));
  return struct;
}

function encodeValue(value: Value): WireValue {
  const wire = new WireValue();
  if (value === null) wire.setNullValue(NullValue.NULL_VALUE);
  else if (typeof value === "string") wire.setStringValue(value);
  else if (typeof value === "number") wire.setNumberValue(value);
  else if (typeof value === "boolean") wire.setBoolValue(value);
  else if (isList(value)) wire.setListValue(encodeList(value));
  else wire.setStructValue(encodeStruct(value));
  return wire;
}

function encodeList(values: readonly Value[]): ListValue {
  const list = new ListValue();
  list.setValuesList(values.map(encodeValue));
  return list;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
