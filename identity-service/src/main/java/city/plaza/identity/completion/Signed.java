package city.plaza.identity.completion;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A signature as it is kept.
 *
 * @param signature what was typed and drawn
 * @param textHash the text that had been acknowledged; null where the city has none
 * @param signedAt when
 */
record Signed(Signature signature, @Nullable String textHash, Instant signedAt) {
}
