/** The city as configuration: its name, contacts, hours, links, colours and words. */
@NullMarked
package city.plaza.portal.city;

import org.jspecify.annotations.NullMarked;
