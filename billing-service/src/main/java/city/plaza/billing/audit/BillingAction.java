package city.plaza.billing.audit;

import city.plaza.platform.audit.AuditAction;

/** All that billing-service writes down. */
public enum BillingAction implements AuditAction {

	/**
	 * Staff uploaded a file to be imported, or put it into the import folder:
	 * {@code system}.
	 */
	IMPORT_STARTED,
	/** Staff downloaded the rows of a file that were left out. */
	REJECTED_ROWS_READ,
	/** Staff made an export of web payments. */
	EXPORT_MADE,
	/** Staff downloaded an export. */
	EXPORT_READ,
	/** Staff downloaded all web payments that are yet to be posted. */
	WEB_PAYMENTS_READ,
	/** Staff searched payments of all residents; by what is a detail. */
	PAYMENTS_SEARCHED,
	/** Staff looked at a payment. */
	PAYMENT_READ,
	/** Staff decided about money that did not match its payment. */
	EXCEPTION_RESOLVED,
	/** Staff had the state of customers published once more. */
	CUSTOMERS_REPUBLISHED

}
