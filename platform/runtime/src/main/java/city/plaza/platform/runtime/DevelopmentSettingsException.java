package city.plaza.platform.runtime;

import java.util.Collection;

/** Production was started with secrets that everybody knows. Holds names, no values. */
class DevelopmentSettingsException extends RuntimeException {

	DevelopmentSettingsException(Collection<String> properties) {
		super("Profile 'production' refuses the development value of " + String.join(", ", properties)
				+ ": give each a secret value of its own.");
	}

}
