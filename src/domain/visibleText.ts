/** Blanks, format characters and those that are drawn as nothing, such as U+200B and U+3164. */
const invisible = /[\p{Cc}\p{Cf}\p{Z}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu

/** What says nothing at the ends of a text; a sign there that shapes the one before it stays. */
const edge = '[\\s\\u00ad\\u115f\\u1160\\u200b-\\u200f\\u2060\\u2800\\u3164\\ufeff\\uffa0]+'
const edges = new RegExp(`^${edge}|${edge}$`, 'g')

/** Marks that make a text read otherwise than it is written: `gpj.exe` as `exe.jpg`. */
const turning = /[\u202a-\u202e\u2066-\u2069]/

/** Whether there is anything to see in a text. */
export const isVisible = (text: string): boolean => withoutInvisible(text) !== ''

export const withoutInvisible = (text: string): string => text.replace(invisible, '')

/** Whether a text has what no name has: marks that turn its direction, half of a surrogate pair. */
export const isTwisted = (text: string): boolean => turning.test(text) || /\p{Cs}/u.test(text)

/** In one form of Unicode, without what can't be seen at its ends. */
export const tidyText = (text: string): string => text.normalize('NFC').replace(edges, '')
