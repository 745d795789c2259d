package city.plaza.platform.audit;

import java.util.Locale;

/** What can be done, as a service lists it: implemented by an enum of its own. */
public interface AuditAction {

	/** The name of the constant. */
	String name();

	/** As it is stored and shown: lower case, with hyphens. */
	default String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
