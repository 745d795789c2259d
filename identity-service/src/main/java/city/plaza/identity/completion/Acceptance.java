package city.plaza.identity.completion;

import java.time.Instant;

import city.plaza.platform.messages.Language;

/**
 * That a resident accepted a text.
 *
 * @param version of the text
 * @param language in which it was read
 * @param hash of the text
 * @param acceptedAt when
 */
record Acceptance(String version, Language language, String hash, Instant acceptedAt) {
}
