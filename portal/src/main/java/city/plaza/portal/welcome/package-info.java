/** The pages everybody may read: announcements, contact, help. */
@NullMarked
package city.plaza.portal.welcome;

import org.jspecify.annotations.NullMarked;
