// SPDX-License-Identifier: Apache-2.0
#include "export/text/country_codes.h"

namespace entente {
namespace {

// Alpha-3 and alpha-2 code of each country, sorted: the ISO 3166-1 columns of the Open Knowledge Foundation's
// country-codes (public domain, PDDL), and XK for Kosovo, which is no ISO code but in general use.
constexpr std::string_view kCodes =
    "ABWawAFGafAGOaoAIAaiALAaxALBalANDadAREaeARGarARMamASMasATAaqATFtfATGagAUSauAUTatAZEazBDIbi"
    "BELbeBENbjBESbqBFAbfBGDbdBGRbgBHRbhBHSbsBIHbaBLMblBLRbyBLZbzBMUbmBOLboBRAbrBRBbbBRNbnBTNbt"
    "BVTbvBWAbwCAFcfCANcaCCKccCHEchCHLclCHNcnCIVciCMRcmCODcdCOGcgCOKckCOLcoCOMkmCPVcvCRIcrCUBcu"
    "CUWcwCXRcxCYMkyCYPcyCZEczDEUdeDJIdjDMAdmDNKdkDOMdoDZAdzECUecEGYegERIerESHehESPesESTeeETHet"
    "FINfiFJIfjFLKfkFRAfrFROfoFSMfmGABgaGBRgbGEOgeGGYggGHAghGIBgiGINgnGLPgpGMBgmGNBgwGNQgqGRCgr"
    "GRDgdGRLglGTMgtGUFgfGUMguGUYgyHKGhkHMDhmHNDhnHRVhrHTIhtHUNhuIDNidIMNimINDinIOTioIRLieIRNir"
    "IRQiqISLisISRilITAitJAMjmJEYjeJORjoJPNjpKAZkzKENkeKGZkgKHMkhKIRkiKNAknKORkrKWTkwLAOlaLBNlb"
    "LBRlrLBYlyLCAlcLIEliLKAlkLSOlsLTUltLUXluLVAlvMACmoMAFmfMARmaMCOmcMDAmdMDGmgMDVmvMEXmxMHLmh"
    "MKDmkMLImlMLTmtMMRmmMNEmeMNGmnMNPmpMOZmzMRTmrMSRmsMTQmqMUSmuMWImwMYSmyMYTytNAMnaNCLncNERne"
    "NFKnfNGAngNICniNIUnuNLDnlNORnoNPLnpNRUnrNZLnzOMNomPAKpkPANpaPCNpnPERpePHLphPLWpwPNGpgPOLpl"
    "PRIprPRKkpPRTptPRYpyPSEpsPYFpfQATqaREUreROUroRUSruRWArwSAUsaSDNsdSENsnSGPsgSGSgsSHNshSJMsj"
    "SLBsbSLEslSLVsvSMRsmSOMsoSPMpmSRBrsSSDssSTPstSURsrSVKskSVNsiSWEseSWZszSXMsxSYCscSYRsyTCAtc"
    "TCDtdTGOtgTHAthTJKtjTKLtkTKMtmTLStlTONtoTTOttTUNtnTURtrTUVtvTWNtwTZAtzUGAugUKRuaUMIumURYuy"
    "USAusUZBuzVATvaVCTvcVENveVGBvgVIRviVNMvnVUTvuWLFwfWSMwsXKXxkYEMyeZAFzaZMBzmZWEzw";
constexpr std::size_t kEntry = 5;
static_assert(kCodes.size() % kEntry == 0);

}  // namespace

std::string_view iso_alpha2(std::string_view alpha3) {
  std::size_t first = 0;
  std::size_t last = kCodes.size() / kEntry;
  while (first < last) {
    const std::size_t middle = (first + last) / 2;
    const std::string_view entry = kCodes.substr(middle * kEntry, kEntry);
    if (entry.substr(0, 3) == alpha3) return entry.substr(3);
    if (entry.substr(0, 3) < alpha3)
      first = middle + 1;
    else
      last = middle;
  }
  return {};
}

}  // namespace entente
