package city.plaza.billing.payment.sandbox;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells a refused start in one line instead of a stack trace. */
class SandboxInProductionFailureAnalyzer extends AbstractFailureAnalyzer<SandboxInProductionException> {

	@Override
	protected FailureAnalysis analyze(Throwable root, SandboxInProductionException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
	}

}
