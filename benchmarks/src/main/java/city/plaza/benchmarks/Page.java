package city.plaza.benchmarks;

import java.util.List;
import java.util.function.IntFunction;

import city.plaza.benchmarks.load.Request;
import city.plaza.benchmarks.suite.Households;
import city.plaza.benchmarks.suite.Suite;

/** The pages that are measured, in the order in which a visitor sees them. */
enum Page {

	WELCOME("home, signed out") {
		@Override
		Request of(Suite suite, int visitor) {
			return Request.get(suite.gateway("/"), Households.signedOutBrowser(visitor));
		}
	},

	HOME("home") {
		@Override
		Request of(Suite suite, int visitor) {
			return Request.get(suite.gateway("/"), Households.browser(visitor));
		}
	},

	BILLS("Manage bills") {
		@Override
		Request of(Suite suite, int visitor) {
			return Request.get(suite.gateway("/customers/" + Households.customer(visitor) + "/bills"),
					Households.browser(visitor));
		}
	},

	BILL("a bill") {
		@Override
		Request of(Suite suite, int visitor) {
			return Request.get(suite.gateway("/bills/" + Households.bill(visitor, visitor % Households.BILLS)),
					Households.browser(visitor));
		}
	};

	private final String title;

	Page(String title) {
		this.title = title;
	}

	/** Of the suite, as a visitor's browser asks for it. */
	abstract Request of(Suite suite, int visitor);

	/** Of the reference at an address. */
	Request recorded(String address, int visitor) {
		return Request.get(address + "/" + name(),
				(this == WELCOME) ? Households.signedOutBrowser(visitor) : Households.browser(visitor));
	}

	String title() {
		return this.title;
	}

	/** All of them, of the suite, in turn. */
	static IntFunction<List<Request>> all(Suite suite) {
		return (visitor) -> List.of(values()).stream().map((page) -> page.of(suite, visitor)).toList();
	}

	/** All of them, of the reference, in turn. */
	static IntFunction<List<Request>> allRecorded(String address) {
		return (visitor) -> List.of(values()).stream().map((page) -> page.recorded(address, visitor)).toList();
	}

}
