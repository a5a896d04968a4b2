/** The panel's fixed parts; words come from the text files by data-text. No value is ever put into this markup. */
export const MARKUP = `
  <header class="simulator-bar">
    <h2 id="simulator-heading" data-text="simulator.heading"></h2>
    <button class="button button-small" id="simulator-close" type="button" data-text="simulator.close"></button>
  </header>
  <div class="simulator-body">
    <p class="simulator-about" data-text="simulator.about"></p>
    <section aria-labelledby="simulator-customer-heading">
      <h3 id="simulator-customer-heading" data-text="simulator.customer"></h3>
      <div class="simulator-customers" id="simulator-customers" role="radiogroup" aria-labelledby="simulator-customer-heading"></div>
      <button class="button" id="simulator-new" type="button" data-text="simulator.newConversation"></button>
    </section>
    <section aria-labelledby="simulator-car-heading">
      <h3 id="simulator-car-heading" data-text="simulator.car"></h3>
      <label class="simulator-switch"><input type="checkbox" role="switch" id="simulator-plugged"><span data-text="simulator.pluggedIn"></span></label>
      <label class="simulator-switch"><input type="checkbox" role="switch" id="simulator-home"><span data-text="simulator.atHome"></span></label>
      <label class="simulator-field" for="simulator-charge"><span data-text="simulator.charge"></span><output id="simulator-charge-value" for="simulator-charge"></output></label>
      <input type="range" id="simulator-charge" min="0" max="100" step="1">
      <label class="simulator-switch"><input type="checkbox" role="switch" id="simulator-fail"><span data-text="simulator.failNextTest"></span></label>
      <dl class="simulator-facts">
        <div><dt data-text="simulator.charging"></dt><dd id="simulator-charging"></dd></div>
        <div><dt data-text="simulator.chargeLimit"></dt><dd id="simulator-limit"></dd></div>
        <div><dt data-text="simulator.virtualKey"></dt><dd id="simulator-key"></dd></div>
      </dl>
    </section>
    <section aria-labelledby="simulator-time-heading">
      <h3 id="simulator-time-heading" data-text="simulator.time"></h3>
      <p class="simulator-clock"><span data-text="simulator.now"></span> <time id="simulator-now"></time></p>
      <fieldset class="simulator-speed">
        <legend data-text="simulator.speed"></legend>
        <div id="simulator-speeds"></div>
      </fieldset>
      <button class="button" id="simulator-advance" type="button" data-text="simulator.advance"></button>
    </section>
    <p class="simulator-trouble" id="simulator-trouble" role="status"></p>
  </div>`;
