/** The texts of a switch that a message may quote; isTrue and isFalse read them as the provider does. */
export const switchTexts: readonly string[] = ["true", "false", ""];
