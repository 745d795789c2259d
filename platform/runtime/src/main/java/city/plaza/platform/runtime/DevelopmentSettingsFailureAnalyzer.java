package city.plaza.platform.runtime;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells a refused start in one line instead of a stack trace. */
class DevelopmentSettingsFailureAnalyzer extends AbstractFailureAnalyzer<DevelopmentSettingsException> {

	@Override
	protected FailureAnalysis analyze(Throwable root, DevelopmentSettingsException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
	}

}
