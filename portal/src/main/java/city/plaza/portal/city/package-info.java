/** The city as configuration: its name, contacts, hours, links, colours and texts. */
@NullMarked
package city.plaza.portal.city;

import org.jspecify.annotations.NullMarked;
