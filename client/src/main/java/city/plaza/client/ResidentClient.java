package city.plaza.client;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a resident can do. Every method throws {@link UnexpectedResponse} unless the
 * request succeeds.
 */
public final class ResidentClient {

	private final Http http;

	ResidentClient(Http http) {
		this.http = http;
	}

	public Me me() throws InterruptedException {
		return this.http.get("/api/v1/me", Me.class);
	}

	public void signOut() throws InterruptedException {
		this.http.delete("/api/v1/sessions/current");
	}

	/**
	 * Links a customer account.
	 * @param number of the customer or of one of its accounts
	 * @param name as the city has it on file
	 */
	public CustomerLink link(String number, String name) throws InterruptedException {
		return this.http.post("/api/v1/customer-links", Map.of("number", number, "name", name), CustomerLink.class);
	}

	public List<CustomerLink> links() throws InterruptedException {
		return this.http.get("/api/v1/customer-links", CustomerLinks.class).items();
	}

	/**
	 * The first page of a customer's bills.
	 * @param asOf the date of all figures; null for today in the city
	 */
	public BillList bills(String customerNumber, @Nullable LocalDate asOf) throws InterruptedException {
		return this.http.get("/api/v1/customers/" + Http.encoded(customerNumber) + "/bills"
				+ ((asOf != null) ? "?asOf=" + asOf : ""), BillList.class);
	}

	/** A bill, as of today in the city. */
	public Bill bill(String billNumber) throws InterruptedException {
		return this.http.get("/api/v1/bills/" + Http.encoded(billNumber), Bill.class);
	}

	/**
	 * Starts a web payment.
	 * @param idempotencyKey the same key for each try of one payment, another for another
	 */
	public StartedPayment startPayment(String idempotencyKey, List<Allocation> allocations)
			throws InterruptedException {
		return this.http.post("/api/v1/payments", Map.of("Idempotency-Key", idempotencyKey),
				Map.of("allocations", allocations), StartedPayment.class);
	}

	public Payment payment(UUID id) throws InterruptedException {
		return this.http.get("/api/v1/payments/" + id, Payment.class);
	}

	/** The first page of the resident's payments, newest first. */
	public List<Payment> payments() throws InterruptedException {
		return this.http.get("/api/v1/payments", Payments.class).items();
	}

	/** The first page of the resident's notices, newest first. */
	public List<Notice> notices() throws InterruptedException {
		return this.http.get("/api/v1/notices", Notices.class).items();
	}

	record CustomerLinks(List<CustomerLink> items) {

		CustomerLinks {
			items = List.copyOf(items);
		}

	}

	record Payments(List<Payment> items) {

		Payments {
			items = List.copyOf(items);
		}

	}

	record Notices(List<Notice> items) {

		Notices {
			items = List.copyOf(items);
		}

	}

}
