/** Texts for people, in message bundles of each language. */
@NullMarked
package city.plaza.platform.messages;

import org.jspecify.annotations.NullMarked;
